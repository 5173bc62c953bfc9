package dev.shuttle.pipeline.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.loom.blanket.Blanket;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.draft.WifStyle;
import dev.shuttle.loom.format.GimpPalette;
import dev.shuttle.loom.format.IndexedBmp;
import dev.shuttle.loom.format.IndexedPng;
import dev.shuttle.loom.format.IndexedTiff;
import dev.shuttle.loom.format.PaletteCsv;
import dev.shuttle.loom.format.PhotoshopTable;
import dev.shuttle.loom.format.PicturePng;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.paper.FalseColours;
import dev.shuttle.loom.print.PointPaperPdf;
import dev.shuttle.loom.render.ClothPicture;
import dev.shuttle.loom.render.Comparison;
import dev.shuttle.loom.render.FloatMap;
import dev.shuttle.loom.render.LostMap;
import dev.shuttle.loom.render.Preview;
import dev.shuttle.loom.render.RepeatPicture;
import dev.shuttle.loom.work.RowBands;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.paper.Sidecar;
import dev.shuttle.pipeline.paper.SidecarName;
import dev.shuttle.recipe.Output;
import dev.shuttle.recipe.Ticket;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes what a design leaves in its folder. */
final class LoomFiles {
    /** The longer side of a picture for the eye, in pixels: sharp on any screen, small enough for a page. */
    private static final int LONGEST = 2400;

    private static final int DETAIL_WIDTH = 1200;
    private static final int DETAIL_HEIGHT = 900;
    /** Sharp on a card of the gallery, some 20 kB. */
    private static final int THUMBNAIL_LONGEST = 480;

    private static final float THUMBNAIL_QUALITY = 0.82f;

    private final Path folder;
    private final Issue issue;
    private final String stem;
    private final ColourWords words;
    private final WifStyle wif;
    private final Set<Output> wanted;
    private final RowBands bands;

    /**
     * By what a point paper was made, so that it is known when it comes back.
     *
     * @param stem what the files' names begin with
     * @param sized whether the fabric is known
     */
    record Issue(String stem, String preset, Ticket ticket, boolean sized) {}

    /**
     * @param words for the colours
     * @param wif how a WIF states what is lifted
     * @param wanted which files beside the PNG, for which all the rest is done
     * @param bands share the work out
     */
    LoomFiles(Path folder, Issue issue, ColourWords words, WifStyle wif, Set<Output> wanted, RowBands bands) {
        this.folder = folder;
        this.issue = issue;
        this.stem = issue.stem();
        this.words = words;
        this.wif = wif;
        this.wanted = wanted;
        this.bands = bands;
    }

    /**
     * @param loom how the machine weaves it; null without a cloth
     * @param source what the comparison shows beside the result
     */
    void write(LoomDesign design, @Nullable LoomPlan loom, Picture source) throws IOException {
        PointPaper paper = design.pointPaper();
        write(paper, design.cloth(), loom);
        if (wanted.contains(Output.REPEAT) && design.repeat() != Repeat.NONE) {
            BufferedImage repeats = RepeatPicture.of(paper, design.repeat(), LONGEST, bands);
            Disk.write(folder.resolve(stem + ".repeat.png"), png(repeats));
        }
        if (wanted.contains(Output.COMPARE)) {
            Disk.write(folder.resolve(stem + ".compare.png"), png(Comparison.of(source, paper, LONGEST, bands)));
        }
    }

    /** What a blanket leaves: it is compared with nothing, and comes once. */
    void write(Blanket blanket, LoomPlan loom) throws IOException {
        write(blanket.paper(), blanket.cloth(), loom);
    }

    private void write(PointPaper paper, @Nullable Cloth cloth, @Nullable LoomPlan loom) throws IOException {
        Sidecar sidecar = issued(paper, cloth);
        String comment = sidecar.comment();
        Disk.write(folder.resolve(stem + ".pointpaper.png"), IndexedPng.write(paper, comment, bands));
        Disk.write(folder.resolve(stem + SidecarName.ENDING), sidecar.file());
        if (wanted.contains(Output.FALSE_COLOURS)) {
            falseColours(paper, sidecar);
        }
        if (wanted.contains(Output.BMP)) {
            Disk.write(folder.resolve(stem + ".pointpaper.bmp"), IndexedBmp.write(paper));
        }
        if (wanted.contains(Output.TIF)) {
            Disk.write(folder.resolve(stem + ".pointpaper.tif"), IndexedTiff.write(paper, comment));
        }
        if (wanted.contains(Output.PALETTE)) {
            Disk.write(
                    folder.resolve(stem + ".palette.csv"),
                    PaletteCsv.write(paper.palette(), words.forTables()).getBytes(UTF_8));
            Disk.write(
                    folder.resolve(stem + ".palette.gpl"),
                    GimpPalette.write(paper.palette(), stem).getBytes(UTF_8));
            Disk.write(folder.resolve(stem + ".palette.act"), PhotoshopTable.write(paper.palette()));
        }
        if (wanted.contains(Output.PREVIEW) && cloth == null) {
            Disk.write(folder.resolve(stem + ".preview.png"), png(Preview.of(paper, LONGEST, bands)));
        }
        if (wanted.contains(Output.PDF)) {
            Disk.write(
                    folder.resolve(stem + ".pointpaper.pdf"),
                    PointPaperPdf.write(paper, stem, words.onPaper(), print(), bands));
        }
        if (cloth != null) {
            new WeaveFiles(cloth, Objects.requireNonNull(loom), words.names(), folder, issue, wif).write(wanted);
            thumbnail(cloth(cloth, paper));
        } else {
            thumbnail(Preview.of(paper, THUMBNAIL_LONGEST, bands));
        }
    }

    private PointPaperPdf.Print print() {
        return new PointPaperPdf.Print(issue.ticket().print(), SystemFonts.font());
    }

    private Sidecar issued(PointPaper paper, @Nullable Cloth cloth) {
        List<Rgb> falseColours = wanted.contains(Output.FALSE_COLOURS)
                ? FalseColours.of(paper.palette().colours().stream()
                        .map(PaletteColour::rgb)
                        .toList())
                : List.of();
        return Sidecar.of(
                stem, issue.preset(), issue.ticket(), paper, cloth, issue.sized(), words.forTables(), falseColours);
    }

    /** The paper for painting, in colours that nobody mistakes for one another. */
    private void falseColours(PointPaper paper, Sidecar sidecar) throws IOException {
        List<PaletteColour> colours = new ArrayList<>();
        for (PaletteColour colour : paper.palette().colours()) {
            Rgb shown = sidecar.known().falseColours().get(colour.index());
            colours.add(new PaletteColour(colour.index(), shown, colour.cells(), colour.share()));
        }
        Palette palette = new Palette(colours);
        PointPaper painted = new PointPaper(paper.ends(), paper.lines(), paper.labels(), palette, paper.density());
        String name = stem + ".falsecolours";
        Disk.write(folder.resolve(name + ".png"), IndexedPng.write(painted, sidecar.comment(), bands));
        Disk.write(
                folder.resolve(name + ".gpl"), GimpPalette.write(palette, name).getBytes(UTF_8));
        Disk.write(folder.resolve(name + ".act"), PhotoshopTable.write(palette));
    }

    /** Pictures of a cloth for people, and its face as small as a thumbnail. */
    private BufferedImage cloth(Cloth cloth, PointPaper paper) throws IOException {
        ClothPicture picture = new ClothPicture(cloth, paper, LONGEST, bands);
        if (wanted.contains(Output.PREVIEW)) {
            woven(".preview.png", picture.front());
            woven(".cloth-back.png", picture.back(LONGEST / 2));
            woven(".cloth-threads.png", picture.threads(DETAIL_WIDTH, DETAIL_HEIGHT));
            Disk.write(folder.resolve(stem + ".lost.png"), PicturePng.indexed(LostMap.of(cloth, paper), bands));
        }
        if (wanted.contains(Output.FLOATS)) {
            Disk.write(folder.resolve(stem + ".floats.png"), PicturePng.indexed(FloatMap.of(cloth), bands));
        }
        return picture.far(THUMBNAIL_LONGEST);
    }

    private void woven(String ending, BufferedImage image) throws IOException {
        Disk.write(folder.resolve(stem + ending), PicturePng.woven(image, bands));
    }

    /** What the gallery shows of a job. */
    private void thumbnail(BufferedImage small) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(THUMBNAIL_QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(small, null, null), how);
        } finally {
            writer.dispose();
        }
        Disk.write(folder.resolve(stem + ".thumbnail.jpg"), bytes.toByteArray());
    }

    private byte[] png(BufferedImage image) {
        return PicturePng.areas(image, bands);
    }
}
