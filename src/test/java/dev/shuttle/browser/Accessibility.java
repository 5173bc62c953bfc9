package dev.shuttle.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What axe-core finds on a page. */
final class Accessibility {
    private static final String AXE = axe();

    private Accessibility() {}

    /** The serious and critical faults, each with the element it is found on; best practices aside. */
    static List<?> faults(Page page) {
        page.evaluate(AXE);
        Object found = page.evaluate(
                "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
                        + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                        + ".map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 200) + ' ' + n.failureSummary).join(' | '))",
                Map.of());
        return (List<?>) Objects.requireNonNull(found);
    }

    private static String axe() {
        try (InputStream stream =
                Objects.requireNonNull(Accessibility.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
