package dev.shuttle.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pictures: source and result to compare, the point paper close up, and what the service returned. */
record PicturesView(
        @Nullable Both both,
        @Nullable Single single,
        @Nullable Closeup closeup,
        @Nullable Returned returned) {
    private static final Set<String> SHOWN_BY_BROWSERS = Set.of("png", "jpg", "jpeg", "gif", "webp", "bmp");

    /**
     * Source and result, one over the other.
     *
     * @param choice whether the result can be seen both as cloth and as point paper
     * @param aspect width over height of the cloth
     */
    record Both(
            String source, @Nullable String cloth, @Nullable String paper, boolean choice, String aspect) {}

    /** One picture alone; {@code alt} is a text's key. */
    record Single(String src, String alt, @Nullable Text note) {}

    /** The point paper to look into; {@code cell} is width over height of a cell. */
    record Closeup(String src, int ends, int lines, String cell, List<Zoom> zooms) {}

    /** Pixels a cell is wide. */
    record Zoom(int times, boolean chosen) {}

    /** The service's picture; {@code alt} is a text's key. */
    record Returned(String src, Text title, String alt) {}

    static @Nullable PicturesView of(Report report, Texts texts) {
        String source = report.source().width() == null ? null : href(report, Role.SOURCE);
        String cloth = href(report, Role.PREVIEW);
        String paper = href(report, Role.POINTPAPER);
        Both both = source == null || (cloth == null && paper == null)
                ? null
                : new Both(source, cloth, paper, cloth != null && paper != null, aspect(report));
        Single single = both == null ? single(report, source, cloth, paper, texts) : null;
        return both == null && single == null
                ? null
                : new PicturesView(both, single, closeup(report.loom(), paper), returned(report, texts));
    }

    private static @Nullable Single single(
            Report report, @Nullable String source, @Nullable String cloth, @Nullable String paper, Texts texts) {
        String compare = href(report, Role.COMPARE);
        if (compare != null) {
            return new Single(compare, "pictures.compare.alt", texts.say("pictures.undisplayable"));
        }
        if (cloth != null) {
            return new Single(cloth, "pictures.cloth.alt", null);
        }
        if (paper != null) {
            return new Single(paper, "pictures.paper.alt", null);
        }
        return source == null ? null : new Single(source, "pictures.source.alt", null);
    }

    private static @Nullable Closeup closeup(@Nullable Loom loom, @Nullable String paper) {
        if (loom == null || paper == null) {
            return null;
        }
        List<Zoom> zooms = Stream.of(2, 4, 8, 16).map(t -> new Zoom(t, t == 4)).toList();
        return new Closeup(paper, loom.ends(), loom.lines(), Figure.decimal(loom.cellAspect(), 5), zooms);
    }

    private static @Nullable Returned returned(Report report, Texts texts) {
        String src = href(report, Role.CLOUD);
        String who = report.path() == Path.EMULATED ? "pictures.emulated" : "pictures.cloud";
        return src == null ? null : new Returned(src, texts.say(who), who + ".alt");
    }

    private static String aspect(Report report) {
        Loom loom = report.loom();
        return loom == null || loom.lines() == 0
                ? "1"
                : Figure.decimal(loom.cellAspect() * loom.ends() / loom.lines(), 5);
    }

    /** The first file of that role that a browser shows. */
    private static @Nullable String href(Report report, Role role) {
        return report.files().stream()
                .filter(f -> f.role() == role)
                .map(OutputFile::path)
                .filter(PicturesView::isShown)
                .findFirst()
                .map(Markup::href)
                .orElse(null);
    }

    private static boolean isShown(String path) {
        return SHOWN_BY_BROWSERS.contains(
                path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
