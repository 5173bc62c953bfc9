package dev.shuttle.conversion;

import dev.shuttle.loom.LoomDesign;
import dev.shuttle.loom.PointPaper;
import dev.shuttle.loom.Recipe;
import dev.shuttle.loom.analysis.Fidelity;
import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.report.Cleaned;
import dev.shuttle.report.Loom;
import dev.shuttle.report.LoomBuilder;
import dev.shuttle.report.Swatch;
import java.util.List;

/** A design in the words of the report. */
final class LoomReport {
    private LoomReport() {}

    /** @param threads how many threads the measuring of fidelity may use */
    static Loom of(LoomDesign design, Recipe recipe, int threads) {
        PointPaper paper = design.pointPaper();
        Fidelity near = Fidelity.of(design.source(), paper, threads);
        LoomBuilder loom = Loom.of(paper.ends(), paper.lines(), swatches(paper))
                .cleaned(new Cleaned(
                        design.cleaning().regionsRemoved(),
                        design.cleaning().pixelsChanged(),
                        design.cleaning().minRegion()))
                .fidelity(new dev.shuttle.report.Fidelity(
                        near.de2000Mean(), near.de2000P95(), near.ssim(), near.edgeF1()));
        // Without a fabric a cell is a pixel, and a size in cm would be invented.
        return recipe.fabric() == null
                ? loom.build()
                : loom.density(paper.density().endsPerCm(), paper.density().linesPerCm())
                        .build();
    }

    private static List<Swatch> swatches(PointPaper paper) {
        return paper.palette().colours().stream().map(LoomReport::swatch).toList();
    }

    private static Swatch swatch(PaletteColour colour) {
        Lab lab = colour.lab();
        return new Swatch(
                colour.index(),
                colour.rgb().hex(),
                List.of(lab.lightness(), lab.a(), lab.b()),
                colour.share(),
                null,
                null);
    }
}
