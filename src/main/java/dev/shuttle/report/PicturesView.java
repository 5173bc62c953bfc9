package dev.shuttle.report;

import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Markup;
import dev.shuttle.report.page.Sheet;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pictures to look at: source and result under a slider, or one of them alone. */
record PicturesView(@Nullable Both both, @Nullable Single single) {
    private static final Set<String> SHOWN_BY_BROWSERS = Set.of("png", "jpg", "jpeg", "gif", "webp", "bmp");

    /**
     * Source and result, one over the other.
     *
     * @param cells whether the source is a point paper, whose pixels are cells and not square
     * @param shape the class that gives both the cloth's proportion
     */
    record Both(String source, boolean cells, List<View> views, String shape) {}

    /** A way to see the result; {@code id} is {@code cloth}, {@code back}, {@code paper}, {@code floats}, {@code lost}, {@code marked} or {@code returned}. */
    record View(String id, String src, boolean first) {}

    /** One picture alone; {@code alt} is a text's key. */
    record Single(String src, String alt, @Nullable Text note) {}

    static @Nullable PicturesView of(Report report, Texts texts, Sheet sheet) {
        String source = report.source().width() == null ? null : href(report, Role.SOURCE);
        List<View> views = views(report);
        if (source != null && !views.isEmpty()) {
            return new PicturesView(
                    new Both(
                            source,
                            isPaper(report.loom()),
                            views,
                            sheet.classOf("--aspect:" + Figure.decimal(aspect(report), 5))),
                    null);
        }
        Single single = single(report, source, views, texts);
        return single == null ? null : new PicturesView(null, single);
    }

    /** The first file of that role that a browser shows; a PNG before others, since it is the smallest. */
    static @Nullable String href(Report report, Role role) {
        return report.files().stream()
                .filter(f -> f.role() == role)
                .map(OutputFile::path)
                .filter(PicturesView::isShown)
                .min(Comparator.comparingInt(path -> path.endsWith(".png") ? 0 : 1))
                .map(Markup::href)
                .orElse(null);
    }

    /** The picture of the cloth whose name ends so. */
    static @Nullable String cloth(Report report, String ending) {
        return report.files().stream()
                .filter(file -> file.role() == Role.CLOTH && file.path().endsWith(ending))
                .map(file -> Markup.href(file.path()))
                .findFirst()
                .orElse(null);
    }

    private static List<View> views(Report report) {
        List<View> views = new ArrayList<>();
        add(views, "cloth", href(report, Role.PREVIEW));
        add(views, "back", cloth(report, "-back.png"));
        add(views, "paper", href(report, Role.POINTPAPER));
        add(views, "floats", href(report, Role.FLOATS));
        add(views, "lost", href(report, Role.LOST));
        add(views, "marked", href(report, Role.MARKED));
        if (!views.isEmpty()) {
            add(views, "returned", href(report, Role.CLOUD));
        }
        return views;
    }

    private static void add(List<View> views, String id, @Nullable String src) {
        if (src != null) {
            views.add(new View(id, src, views.isEmpty()));
        }
    }

    private static @Nullable Single single(Report report, @Nullable String source, List<View> views, Texts texts) {
        String compare = href(report, Role.COMPARE);
        if (compare != null) {
            return new Single(compare, "pictures.compare.alt", texts.say("pictures.undisplayable"));
        }
        if (!views.isEmpty()) {
            View view = views.get(0);
            return new Single(view.src(), "pictures." + view.id() + ".alt", null);
        }
        return source == null ? null : new Single(source, "pictures.source.alt", null);
    }

    private static boolean isPaper(@Nullable Loom loom) {
        return loom != null && loom.paper() != null && loom.paper().use().equals(Loom.Paper.AS_IS);
    }

    /** The cloth's proportion; of a point paper that was refused its own. */
    private static double aspect(Report report) {
        Loom loom = report.loom();
        Integer width = report.source().width();
        Integer height = report.source().height();
        if (loom == null && width != null && height != null && height > 0) {
            return (double) width / height;
        }
        return loom == null || loom.lines() == 0 ? 1 : loom.cellAspect() * loom.ends() / loom.lines();
    }

    private static boolean isShown(String path) {
        return SHOWN_BY_BROWSERS.contains(
                path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
