package dev.shuttle.report.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bundled parts of one kind of page: those of its own folder, {@code /NAME/}, and those all pages share, {@code
 * /page/}.
 *
 * @param template {@code NAME.mustache} with its partials; every value is escaped
 * @param style goes inline
 * @param early goes inline before anything is seen: theme and language
 * @param script goes inline at the end
 */
public record Design(Template template, String style, String early, String script) {
    /**
     * A page's parts.
     *
     * @param name its folder, template and style
     * @param scripts its scripts in order, without folder and {@code .js}
     */
    public static Design of(String name, String... scripts) {
        Mustache.Compiler compiler = Mustache.compiler()
                .withEscaper(Markup::escape)
                .emptyStringIsFalse(true)
                .withLoader(partial -> new StringReader(either(name, partial + ".mustache")));
        List<String> parts = new ArrayList<>(List.of(required("/page/base.js")));
        for (String script : scripts) {
            parts.add(either(name, script + ".js"));
        }
        return new Design(
                compiler.compile(either(name, name + ".mustache")),
                base() + required("/" + name + "/" + name + ".css"),
                required("/page/early.js"),
                String.join("\n", parts));
    }

    /** The dark colours stand twice: where the system wants them, and where the reader does. */
    private static String base() {
        return required("/page/base.css").replace("/*dark*/", required("/page/dark.css"));
    }

    private static String either(String folder, String file) {
        String own = text("/" + folder + "/" + file);
        return own == null ? required("/page/" + file) : own;
    }

    private static String required(String name) {
        return Objects.requireNonNull(text(name), name);
    }

    private static @Nullable String text(String name) {
        try (InputStream stream = Design.class.getResourceAsStream(name)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
