package dev.shuttle.pipeline.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.loom.blanket.Blanket;
import dev.shuttle.loom.convert.Fitting;
import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.draft.WifStyle;
import dev.shuttle.loom.format.PicturePng;
import dev.shuttle.loom.harness.HarnessException;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.print.PointPaperPdf;
import dev.shuttle.loom.work.RowBands;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.sheet.SheetFacts;
import dev.shuttle.pipeline.sheet.WorkSheet;
import dev.shuttle.recipe.Output;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Reports;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a job leaves in its {@code out/}: the design's files, its colourways and the work sheet; and the engine's part of the report.
 *
 * @param recipe by which it was woven
 * @param bands share the work out
 * @param threads how many threads the measuring of fidelity may use
 */
record LoomOutput(Job job, LoomOrder order, Recipe recipe, RowBands bands, int threads) {
    /** Doing it again begins anew. */
    static void empty(JobFolder folder) throws IOException {
        Disk.deleteTree(folder.out());
        Modes.ownersFolder(folder.out());
    }

    /**
     * @param original what the comparison shows beside the result
     * @param fitting how the picture was laid on its source's proportions
     * @param paper what is told of it as a point paper; null where it is none
     */
    void write(LoomDesign design, Picture original, Fitting fitting, Loom.@Nullable Paper paper)
            throws IOException, HarnessException {
        PointPaper points = design.pointPaper();
        ColourWords words = new ColourWords(points, design.cloth(), order.names());
        LoomPlan plan = order.plan(design.cloth());
        files(words).write(design, plan, original);
        Colourways ways = Colourways.of(order.ticket().colourways(), points, design.cloth(), words);
        ways.write(folder().out(), stem(), bands);
        LoomReport.Known known = new LoomReport.Known(fitting, paper, ways, order.prices(), plan, order.harness());
        keep(LoomReport.of(design, known, recipe, words, threads), points);
    }

    /** What a blanket leaves. */
    void write(Blanket blanket) throws IOException {
        ColourWords words = new ColourWords(blanket.paper(), blanket.cloth(), order.names());
        LoomPlan plan = LoomPlan.ofBlanket(blanket.cloth(), order.harness());
        files(words).write(blanket, plan);
        PatchList patches = new PatchList(blanket, words, recipe.fabric() != null);
        Disk.write(file(".patches.csv"), patches.csv().getBytes(UTF_8));
        keep(LoomReport.of(blanket, plan, recipe, words, patches.patches(), order.prices()), blanket.paper());
    }

    /** The cells of a paper that were read as another colour. */
    void mark(BufferedImage cells) throws IOException {
        Disk.write(file(".marked.png"), PicturePng.indexed(cells, bands));
    }

    private LoomFiles files(ColourWords words) {
        Ticket ticket = order.ticket();
        WifStyle wif = Objects.requireNonNullElse(ticket.wif(), WifStyle.BOTH);
        LoomFiles.Issue issue = new LoomFiles.Issue(stem(), job.order().preset(), ticket, recipe.fabric() != null);
        return new LoomFiles(folder().out(), issue, words, wif, order.wanted(), bands);
    }

    /** The engine's part of the report waits in a file until the job is published, so that a kill loses no figure. */
    private void keep(Loom loom, PointPaper paper) throws IOException {
        if (loom.weave() != null && order.wanted().contains(Output.WORKSHEET)) {
            sheet(loom, paper);
        }
        Disk.writeAtomically(folder().loomReport(), Reports.loom(loom));
    }

    private void sheet(Loom loom, PointPaper paper) throws IOException {
        Ticket ticket = order.ticket();
        SheetFacts facts = new SheetFacts(
                stem(),
                job.id().value(),
                job.admittedAt(),
                job.order().preset(),
                recipe.fabric(),
                recipe.repeat(),
                ticket.boxes(),
                loom);
        PointPaperPdf.Print print = new PointPaperPdf.Print(ticket.print(), SystemFonts.font());
        Disk.write(file(".worksheet.pdf"), WorkSheet.write(facts, paper, print));
    }

    private JobFolder folder() {
        return order.folder();
    }

    private String stem() {
        return job.source().stem();
    }

    private Path file(String ending) {
        return folder().out().resolve(stem() + ending);
    }
}
