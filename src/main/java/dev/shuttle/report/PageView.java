package dev.shuttle.report;

import com.samskivert.mustache.Mustache;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code page.mustache} shows, name by name; what is null or empty has no section. */
record PageView(
        String language,
        boolean english,
        String choose,
        String policy,
        String style,
        String script,
        Mustache.Lambda t,
        Mustache.Lambda attr,
        String title,
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
        @Nullable Problem problem,
        List<Text> notices,
        @Nullable PicturesView pictures,
        @Nullable PaletteView palette,
        List<FactsSection> figures,
        FactsSection arrival,
        @Nullable FloatsView floats,
        @Nullable YarnView yarn,
        @Nullable RoadView road,
        @Nullable Bars timings,
        @Nullable FilesView files,
        @Nullable String ticket) {

    /** @param locale the language shown first; null leaves it to the browser, English where that says nothing */
    static PageView of(Report report, @Nullable Locale locale, PageParts parts) {
        Texts texts = Texts.bundled();
        boolean english = locale == null || !locale.getLanguage().equals("zh");
        Text title = texts.say("page.title", report.source().name());
        Path path = report.path();
        PaletteView palette = PaletteView.of(report.loom());
        return new PageView(
                english ? "en" : "zh-CN",
                english,
                locale == null ? "browser" : "settings",
                parts.policy(),
                parts.style(),
                parts.script(),
                PageWords.element(texts),
                PageWords.attribute(texts, english),
                english ? title.en() : title.zh(),
                palette == null ? List.of() : palette.swatches(),
                report.state().name(),
                texts.say("state." + report.state()),
                path == null ? null : path.word(),
                path == null ? null : texts.say("path." + path.word()),
                report.source().name(),
                lead(report, texts),
                report.job(),
                report.preset(),
                path == Path.EMULATED,
                report.problem(),
                report.notices().stream()
                        .map(notice -> texts.say("notice." + notice.code(), notice.what()))
                        .toList(),
                PicturesView.of(report, texts),
                palette,
                FactsSection.figures(report.loom(), texts),
                FactsSection.arrival(report.source(), texts),
                FloatsView.of(report.loom(), texts),
                YarnView.of(report.loom(), texts),
                RoadView.of(report, texts),
                Bars.timings(report.timings(), texts),
                FilesView.of(report.files(), texts),
                report.ticket().isEmpty() ? null : Reports.json(report.ticket()));
    }

    private static @Nullable Text lead(Report report, Texts texts) {
        return switch (report.state()) {
            case DONE -> woven(report.loom(), texts);
            case REJECTED -> texts.say("lead.rejected");
            case FAILED -> texts.say("lead.failed");
        };
    }

    private static @Nullable Text woven(@Nullable Loom loom, Texts texts) {
        if (loom == null) {
            return null;
        }
        String ends = Figure.count(loom.ends());
        String lines = Figure.count(loom.lines());
        Double width = loom.widthCm();
        Double height = loom.heightCm();
        return width == null || height == null
                ? texts.say("lead.woven", ends, lines, loom.colours())
                : texts.say(
                        "lead.sized", ends, lines, loom.colours(), Figure.decimal(width, 1), Figure.decimal(height, 1));
    }
}
