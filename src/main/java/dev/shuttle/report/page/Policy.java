package dev.shuttle.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page's Content-Security-Policy: its own styles and scripts by their hash, pictures beside it, nothing of the network.
 * {@code file:} stands beside {@code 'self'} because a page opened from disk has no self.
 */
final class Policy {
    private Policy() {}

    /** @param live whether the page reads data files beside it and asks the server it came from */
    static String of(List<String> styles, List<String> scripts, boolean live) {
        return "default-src 'none'; img-src 'self' file:" + (live ? " blob:" : "") + "; style-src " + hashes(styles)
                + "; script-src " + hashes(scripts) + (live ? " 'self' file:; connect-src 'self'" : "")
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hashes(List<String> texts) {
        return texts.stream().map(Policy::hash).collect(Collectors.joining(" "));
    }

    private static String hash(String text) {
        return "'sha256-" + Base64.getEncoder().encodeToString(sha256(text)) + "'";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
