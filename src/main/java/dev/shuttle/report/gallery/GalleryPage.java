package dev.shuttle.report.gallery;

import dev.shuttle.report.page.Design;
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
        return DESIGN.template()
                .execute(GalleryView.of(newest, jobs, DESIGN, locale))
                .getBytes(StandardCharsets.UTF_8);
    }
}
