package dev.shuttle.report.gallery;

import com.samskivert.mustache.Mustache;
import dev.shuttle.report.page.Design;
import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Frame;
import dev.shuttle.report.page.Sheet;
import dev.shuttle.report.page.Texts;
import dev.shuttle.report.page.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code index.html}: the newest jobs for everybody, and all of them where scripts run. */
final class GalleryPage {
    /** So many jobs stand in the page itself. */
    static final int SHOWN = 60;

    private static final Design DESIGN =
            Design.of("gallery", "card", "shelves", "choice", "wall", "service", "underway", "send", "gallery");

    private GalleryPage() {}

    static byte[] of(List<Entry> newest, int jobs, @Nullable Locale locale) {
        return DESIGN.template().execute(View.of(newest, jobs, DESIGN, locale)).getBytes(StandardCharsets.UTF_8);
    }

    /** What {@code gallery.mustache} shows, name by name. */
    record View(
            Frame frame,
            Mustache.Lambda t,
            Mustache.Lambda attr,
            String words,
            List<String> selvedge,
            boolean root,
            List<Card> cards,
            String count,
            boolean more) {
        private static final Texts TEXTS = Texts.of("gallery");

        static View of(List<Entry> newest, int jobs, Design design, @Nullable Locale locale) {
            Sheet sheet = new Sheet();
            List<Card> cards =
                    newest.stream().map(e -> Card.of(e, TEXTS, sheet)).toList();
            Frame frame = Frame.of(design, sheet, TEXTS.say("gallery.page"), locale, null, true);
            return new View(
                    frame,
                    Words.element(TEXTS),
                    Words.attribute(TEXTS, frame.english()),
                    Words.forScripts(TEXTS),
                    List.of(),
                    true,
                    cards,
                    Figure.count(jobs),
                    jobs > newest.size());
        }
    }
}
