package dev.shuttle.pipeline.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.loom.blanket.Blanket;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.draft.WifStyle;
import dev.shuttle.loom.format.GimpPalette;
import dev.shuttle.loom.format.IndexedBmp;
import dev.shuttle.loom.format.IndexedPng;
import dev.shuttle.loom.format.IndexedTiff;
import dev.shuttle.loom.format.PaletteCsv;
import dev.shuttle.loom.format.PicturePng;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.print.PointPaperPdf;
import dev.shuttle.loom.render.Comparison;
import dev.shuttle.loom.render.Preview;
import dev.shuttle.loom.render.RepeatPicture;
import dev.shuttle.loom.work.RowBands;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.recipe.Output;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what a design leaves in its folder. */
final class LoomFiles {
    /** The longer side of a picture for the eye, in pixels: sharp on any screen, small enough for a page. */
    private static final int LONGEST = 2400;

    private final Path folder;
    private final String stem;
    private final YarnNames names;
    private final WifStyle wif;
    private final Set<Output> wanted;
    private final RowBands bands;

    /**
     * @param stem what the files' names begin with
     * @param names of the yarns
     * @param wif how a WIF states what is lifted
     * @param wanted which files beside the PNG, for which all the rest is done
     * @param bands share the work out
     */
    LoomFiles(Path folder, String stem, YarnNames names, WifStyle wif, Set<Output> wanted, RowBands bands) {
        this.folder = folder;
        this.stem = stem;
        this.names = names;
        this.wif = wif;
        this.wanted = wanted;
        this.bands = bands;
    }

    /** @param source what the comparison shows beside the result */
    void write(LoomDesign design, Picture source) throws IOException {
        PointPaper paper = design.pointPaper();
        write(paper, design.cloth());
        if (wanted.contains(Output.REPEAT) && design.repeat() != Repeat.NONE) {
            BufferedImage repeats = RepeatPicture.of(paper, design.repeat(), LONGEST, bands);
            Disk.write(folder.resolve(stem + ".repeat.png"), png(repeats));
        }
        if (wanted.contains(Output.COMPARE)) {
            Disk.write(folder.resolve(stem + ".compare.png"), png(Comparison.of(source, paper, LONGEST, bands)));
        }
    }

    /** What a blanket leaves: it is compared with nothing, and comes once. */
    void write(Blanket blanket) throws IOException {
        write(blanket.paper(), blanket.cloth());
    }

    private void write(PointPaper paper, @Nullable Cloth cloth) throws IOException {
        Disk.write(folder.resolve(stem + ".pointpaper.png"), IndexedPng.write(paper, bands));
        if (wanted.contains(Output.BMP)) {
            Disk.write(folder.resolve(stem + ".pointpaper.bmp"), IndexedBmp.write(paper));
        }
        if (wanted.contains(Output.TIF)) {
            Disk.write(folder.resolve(stem + ".pointpaper.tif"), IndexedTiff.write(paper));
        }
        if (wanted.contains(Output.PALETTE)) {
            Disk.write(
                    folder.resolve(stem + ".palette.csv"),
                    PaletteCsv.write(paper.palette(), woven(paper, cloth)).getBytes(UTF_8));
            Disk.write(
                    folder.resolve(stem + ".palette.gpl"),
                    GimpPalette.write(paper.palette(), stem).getBytes(UTF_8));
        }
        if (wanted.contains(Output.PREVIEW) && cloth == null) {
            Disk.write(folder.resolve(stem + ".preview.png"), png(Preview.of(paper, LONGEST, bands)));
        }
        if (wanted.contains(Output.PDF)) {
            Disk.write(
                    folder.resolve(stem + ".pointpaper.pdf"),
                    PointPaperPdf.write(paper, stem, woven(paper, cloth), bands));
        }
        if (cloth != null) {
            new WeaveFiles(cloth, folder, stem, wif).write(wanted);
            ClothFiles pictures = new ClothFiles(cloth, paper, folder, stem, LONGEST, bands);
            pictures.write(wanted);
            thumbnail(pictures.small(Thumbnail.LONGEST));
        } else {
            thumbnail(Preview.of(paper, Thumbnail.LONGEST, bands));
        }
    }

    private List<PaletteCsv.Woven> woven(PointPaper paper, @Nullable Cloth cloth) {
        return paper.palette().colours().stream()
                .map(colour -> {
                    Double tex = names.tex(colour.rgb());
                    boolean known = cloth != null || names.knows(colour.rgb());
                    return new PaletteCsv.Woven(
                            cloth != null
                                    ? FillingWords.yarn(cloth, colour.index(), names)
                                    : known ? names.of(colour.rgb()) : "",
                            cloth == null ? "" : FillingWords.weave(cloth, colour.index()),
                            tex == null ? "" : String.valueOf(tex));
                })
                .toList();
    }

    private void thumbnail(BufferedImage small) throws IOException {
        Disk.write(folder.resolve(stem + ".thumbnail.jpg"), Thumbnail.jpeg(small));
    }

    private byte[] png(BufferedImage image) {
        return PicturePng.areas(image, bands);
    }
}
