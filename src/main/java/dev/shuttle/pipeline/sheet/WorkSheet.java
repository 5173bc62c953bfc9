package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.print.PointPaperPdf;
import dev.shuttle.loom.print.SheetBlock;
import dev.shuttle.loom.print.SheetPdf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The work sheet: its parts in the order of a mill's sheet, each of which takes its numbers from the report alone. */
public final class WorkSheet {
    /** A part of the sheet. */
    interface Part {
        /** What it has to say; none where the report says nothing of it. */
        List<SheetBlock> blocks(SheetFacts facts, SheetWords words);
    }

    private static final List<Part> PARTS = List.of(
            new IdentityPart(),
            new PicturePart(),
            new ClothPart(),
            new WarpPart(),
            new WeftPart(),
            new DensityPart(),
            new BrocadingPart(),
            new LoomPart(),
            new HarnessPart(),
            new DesignPart(),
            new FinishPart(),
            new YarnPart(),
            new CostPart(),
            new ColourwayPart());

    private WorkSheet() {}

    /** The whole file, in Chinese and English beside one another. */
    public static byte[] write(SheetFacts facts, PointPaper paper, PointPaperPdf.Print print) throws IOException {
        SheetWords words = new SheetWords();
        List<SheetBlock> blocks = new ArrayList<>();
        PARTS.forEach(part -> blocks.addAll(part.blocks(facts, words)));
        String title = words.say("title") + "  " + facts.stem();
        return SheetPdf.write(title, words.say("foot") + "    " + facts.stem(), blocks, paper, print);
    }
}
