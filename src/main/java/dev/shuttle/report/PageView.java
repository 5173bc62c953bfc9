package dev.shuttle.report;

import com.samskivert.mustache.Mustache;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.report.page.Design;
import dev.shuttle.report.page.Facts;
import dev.shuttle.report.page.Figure;
import dev.shuttle.report.page.Frame;
import dev.shuttle.report.page.Sheet;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import dev.shuttle.report.page.Words;
import java.util.List;
import java.util.Optional;
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
        Road path = report.path();
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
                path == Road.EMULATED,
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

    /**
     * What went wrong, in both languages where the code is known; the program's own words, which are English and name the file
     * and the figures, stand beside it.
     *
     * @param said what is wrong
     * @param message the program's words, where {@code said} is not these
     * @param hint what to do
     * @param also the program's hint, where {@code hint} is another
     */
    record ProblemView(
            String code,
            Text said,
            @Nullable String message,
            @Nullable Text hint,
            @Nullable String also) {
        static @Nullable ProblemView of(@Nullable Problem problem, Texts texts) {
            if (problem == null) {
                return null;
            }
            Optional<Text> said =
                    texts.known("problem.", problem.code()).or(() -> texts.known("reason.", problem.code()));
            Optional<Text> hint = texts.known("hint.", problem.code());
            String own = problem.hint();
            return new ProblemView(
                    problem.code(),
                    said.orElse(Text.plain(problem.message())),
                    said.isPresent() ? problem.message() : null,
                    hint.orElse(own == null || own.isEmpty() ? null : Text.plain(own)),
                    hint.isPresent() ? own : null);
        }
    }

    /** The section on floats. */
    record FloatsView(List<Facts.Fact> facts, @Nullable Bars histogram) {
        static @Nullable FloatsView of(@Nullable Loom loom, Texts texts, Sheet sheet) {
            Floats floats = loom == null ? null : loom.floats();
            if (floats == null) {
                return null;
            }
            Integer limit = floats.limit();
            Facts facts = new Facts(texts)
                    .addText("floats.warp", threads(floats.warpMax(), texts))
                    .addText("floats.weft", threads(floats.weftMax(), texts))
                    .addText("floats.limit", limit == null ? null : threads(limit, texts))
                    .add("floats.over", floats.overLimit(), Figure::count);
            return new FloatsView(facts.list(), Bars.histogram(floats.histogram(), limit, sheet));
        }

        private static Text threads(int count, Texts texts) {
            return texts.say("floats.threads", Figure.count(count));
        }
    }

    /**
     * The point paper to look into.
     *
     * @param cell width over height of a cell
     * @param shape the CSS class that the figures are laid out by
     * @param closeup a piece of the cloth thread by thread, where there is a weave
     */
    record ThreadsView(
            String src,
            int ends,
            int lines,
            String cell,
            String shape,
            @Nullable String closeup) {
        static @Nullable ThreadsView of(Report report, Sheet sheet) {
            Loom loom = report.loom();
            String paper = PicturesView.href(report, Role.POINTPAPER);
            if (loom == null || paper == null) {
                return null;
            }
            String cell = Figure.decimal(loom.cellAspect(), 5);
            String shape = sheet.classOf("--ends:" + loom.ends() + ";--lines:" + loom.lines() + ";--cell:" + cell);
            return new ThreadsView(
                    paper, loom.ends(), loom.lines(), cell, shape, PicturesView.cloth(report, "-threads.png"));
        }
    }

    /** The section on yarn needed. */
    record YarnView(List<Row> rows) {
        /** One yarn; unknown numbers are empty. */
        record Row(String name, @Nullable String fillClass, Text system, String tex, String metres, String grams) {}

        static @Nullable YarnView of(@Nullable Loom loom, Texts texts, Sheet sheet) {
            return loom == null || loom.yarn().isEmpty()
                    ? null
                    : new YarnView(
                            loom.yarn().stream().map(y -> row(y, texts, sheet)).toList());
        }

        private static Row row(Yarn yarn, Texts texts, Sheet sheet) {
            String rgb = yarn.rgb();
            String name = yarn.name();
            return new Row(
                    name == null ? "" : name,
                    rgb == null ? null : sheet.fill(rgb),
                    texts.sayOr("yarn." + yarn.system(), yarn.system()),
                    number(yarn.tex()),
                    number(yarn.metres()),
                    number(yarn.grams()));
        }

        private static String number(@Nullable Double value) {
            return value == null ? "" : Figure.tenths(value);
        }
    }
}
