package dev.shuttle.report;

import com.samskivert.mustache.Mustache;
import dev.shuttle.report.page.Design;
import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Frame;
import dev.shuttle.report.page.Sheet;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import dev.shuttle.report.page.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code report.mustache} shows, name by name; what is null or empty has no section. */
record PageView(
        Frame frame,
        Mustache.Lambda t,
        Mustache.Lambda attr,
        String words,
        List<PaletteView.Row> selvedge,
        String state,
        Text stateText,
        @Nullable String path,
        @Nullable Text pathText,
        String name,
        @Nullable Text lead,
        String job,
        @Nullable String preset,
        boolean emulated,
        @Nullable ProblemView problem,
        List<Text> notices,
        @Nullable PicturesView pictures,
        @Nullable PatchesView patches,
        @Nullable ThreadsView threads,
        @Nullable String threadData,
        @Nullable PaletteView palette,
        @Nullable FilesView files,
        List<FactsSection> figures,
        FactsSection arrival,
        @Nullable FloatsView floats,
        @Nullable BandsView bands,
        @Nullable YarnView yarn,
        @Nullable RoadView road,
        @Nullable Bars timings,
        @Nullable String ticket) {
    private static final Texts TEXTS = Texts.of("report");

    static PageView of(Report report, Design design, Surroundings around, @Nullable String threadData) {
        Sheet sheet = new Sheet();
        Path path = report.path();
        PaletteView palette = PaletteView.of(report.loom(), TEXTS, sheet);
        PicturesView pictures = PicturesView.of(report, TEXTS, sheet);
        PatchesView patches = PatchesView.of(report.loom(), TEXTS, sheet);
        ThreadsView threads = ThreadsView.of(report, sheet);
        FloatsView floats = FloatsView.of(report.loom(), TEXTS, sheet);
        BandsView bands = BandsView.of(report.loom(), sheet);
        YarnView yarn = YarnView.of(report.loom(), TEXTS, sheet);
        Bars timings = Bars.timings(report.timings(), TEXTS, sheet);
        Text title = TEXTS.say("page.title", report.source().name());
        Frame frame = Frame.of(design, sheet, title, around.locale(), around.gallery(), false);
        return new PageView(
                frame,
                Words.element(TEXTS),
                Words.attribute(TEXTS, frame.english()),
                Words.forScripts(TEXTS),
                palette == null ? List.of() : palette.swatches(),
                report.state().name(),
                TEXTS.say("state." + report.state()),
                path == null ? null : path.word(),
                path == null ? null : TEXTS.say("path." + path.word()),
                report.source().name(),
                lead(report),
                report.job(),
                report.preset(),
                path == Path.EMULATED,
                ProblemView.of(report.problem(), TEXTS),
                report.notices().stream()
                        .map(notice -> TEXTS.say("notice." + notice.code(), notice.what()))
                        .toList(),
                pictures,
                patches,
                threads,
                threads == null ? null : threadData,
                palette,
                FilesView.of(report, TEXTS),
                FactsSection.figures(report.loom(), TEXTS),
                FactsSection.arrival(report.source(), TEXTS),
                floats,
                bands,
                yarn,
                RoadView.of(report, TEXTS),
                timings,
                report.ticket().isEmpty() ? null : Reports.json(report.ticket()));
    }

    private static @Nullable Text lead(Report report) {
        return switch (report.state()) {
            case DONE -> woven(report.loom());
            case REJECTED -> TEXTS.say("lead.rejected");
            case FAILED ->
                TEXTS.say(
                        report.problem() != null && report.problem().code().equals("CANCELED")
                                ? "lead.canceled"
                                : "lead.failed");
        };
    }

    private static @Nullable Text woven(@Nullable Loom loom) {
        if (loom == null) {
            return null;
        }
        String ends = Figure.count(loom.ends());
        String lines = Figure.count(loom.lines());
        Double width = loom.widthCm();
        Double height = loom.heightCm();
        return width == null || height == null
                ? TEXTS.say("lead.woven", ends, lines, loom.colours())
                : TEXTS.say(
                        "lead.sized", ends, lines, loom.colours(), Figure.decimal(width, 1), Figure.decimal(height, 1));
    }
}
