package dev.shuttle.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The bundled parts of the page.
 *
 * @param template {@code page.mustache} with its partials; every value is escaped
 * @param style goes inline
 * @param script goes inline
 */
record PageParts(Template template, String style, String script) {
    static PageParts bundled() {
        Mustache.Compiler compiler = Mustache.compiler()
                .withEscaper(Markup::escape)
                .emptyStringIsFalse(true)
                .withLoader(name -> new StringReader(resource(name + ".mustache")));
        return new PageParts(compiler.compile(resource("page.mustache")), resource("page.css"), resource("page.js"));
    }

    /** Content-Security-Policy: pictures beside the page, its own style, and this one script by its hash. */
    String policy() {
        return "default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'; script-src 'sha256-"
                + Base64.getEncoder().encodeToString(sha256(script)) + "'; base-uri 'none'; form-action 'none'";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream =
                Objects.requireNonNull(PageParts.class.getResourceAsStream("/report/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
