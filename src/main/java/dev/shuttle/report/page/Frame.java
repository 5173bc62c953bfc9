package dev.shuttle.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a page's content.
 *
 * @param language of the page as written, {@code en} or {@code zh-CN}
 * @param choose {@code settings} where the settings name a language, else {@code browser}
 * @param home link to the gallery; absent where there is none
 * @param live whether the page has data files beside it and may ask its server
 */
public record Frame(
        String language,
        boolean english,
        String choose,
        String policy,
        String style,
        String sheet,
        String early,
        String script,
        Text title,
        @Nullable String home,
        boolean live) {
    /**
     * The frame of a page whose content already has its classes from the sheet.
     *
     * @param locale the language shown first; null leaves it to the browser, English where that says nothing
     */
    public static Frame of(
            Design design, Sheet sheet, Text title, @Nullable Locale locale, @Nullable String home, boolean live) {
        boolean english = locale == null || !locale.getLanguage().equals("zh");
        String own = sheet.css();
        return new Frame(
                english ? "en" : "zh-CN",
                english,
                locale == null ? "browser" : "settings",
                policy(List.of(design.style(), own), List.of(design.early(), design.script()), live),
                design.style(),
                own,
                design.early(),
                design.script(),
                title,
                home,
                live);
    }

    /** The title in the language the page is written in. */
    public String titleText() {
        return english ? title.en() : title.zh();
    }

    /**
     * A page's Content-Security-Policy: its own styles and scripts by their hash, pictures beside it, nothing of the network.
     * {@code file:} stands beside {@code 'self'} because a page opened from disk has no self.
     *
     * @param live whether the page reads data files beside it and sends requests to the server it came from
     */
    private static String policy(List<String> styles, List<String> scripts, boolean live) {
        return "default-src 'none'; img-src 'self' file:" + (live ? " blob:" : "") + "; style-src " + hashes(styles)
                + "; script-src " + hashes(scripts) + (live ? " 'self' file:; connect-src 'self'" : "")
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hashes(List<String> texts) {
        return texts.stream().map(Frame::hash).collect(Collectors.joining(" "));
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
