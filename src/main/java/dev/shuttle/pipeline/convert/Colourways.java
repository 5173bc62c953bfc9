package dev.shuttle.pipeline.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.Colourway;
import dev.shuttle.loom.cloth.Filling;
import dev.shuttle.loom.cloth.YarnAmounts;
import dev.shuttle.loom.cloth.YarnRules;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.format.PaletteCsv;
import dev.shuttle.loom.format.PicturePng;
import dev.shuttle.loom.render.ClothPicture;
import dev.shuttle.loom.work.RowBands;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.recipe.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The colourways of a ticket, woven with one lift plan: their files and their part of the report. */
final class Colourways {
    /** The longer side of a picture, in pixels: several lie side by side. */
    private static final int LONGEST = 1200;

    private final PointPaper paper;
    private final ColourWords words;
    private final List<Colourway> ways;

    private Colourways(PointPaper paper, ColourWords words, List<Colourway> ways) {
        this.paper = paper;
        this.words = words;
        this.ways = ways;
    }

    /** @param cloth null where nothing is woven; then there are none */
    static Colourways of(List<Way> written, PointPaper paper, @Nullable Cloth cloth, ColourWords words) {
        List<Colourway> ways = new ArrayList<>();
        if (cloth != null) {
            written.forEach(way -> ways.add(Colourway.of(way.name(), way.rgb(), cloth)));
        }
        return new Colourways(paper, words, ways);
    }

    /** A picture and a palette for each. */
    void write(Path folder, String stem, RowBands bands) throws IOException {
        for (int i = 0; i < ways.size(); i++) {
            Colourway way = ways.get(i);
            String name = stem + ".colourway" + (i + 1);
            ClothPicture picture = new ClothPicture(way.cloth(), paper, LONGEST, bands);
            Disk.write(folder.resolve(name + ".png"), PicturePng.woven(picture.front(), bands));
            ColourWords own = new ColourWords(paper, way.cloth(), words.names());
            Disk.write(
                    folder.resolve(name + ".csv"),
                    PaletteCsv.write(palette(way), own.forTables()).getBytes(UTF_8));
        }
    }

    /** The point paper's colours as this cloth shows them. */
    private Palette palette(Colourway way) {
        List<PaletteColour> colours = new ArrayList<>();
        for (PaletteColour colour : paper.palette().colours()) {
            Rgb shown = way.cloth().colouring().fillings().get(colour.index()).woven();
            colours.add(new PaletteColour(colour.index(), shown, colour.cells(), colour.share()));
        }
        return new Palette(colours);
    }

    /** @param sized whether the density is the cloth's */
    List<dev.shuttle.report.Colourway> report(boolean sized) {
        List<dev.shuttle.report.Colourway> all = new ArrayList<>();
        for (Colourway way : ways) {
            all.add(report(all.size() + 1, way, sized));
        }
        return all;
    }

    private dev.shuttle.report.Colourway report(int number, Colourway way, boolean sized) {
        YarnNames names = words.names();
        Cloth cloth = way.cloth();
        return new dev.shuttle.report.Colourway(
                number,
                way.name(),
                way.yarns().stream()
                        .map(yarn -> new dev.shuttle.report.Colourway.Dyed(
                                yarn.place(), yarn.from().hex(), yarn.to().hex(), names.of(yarn.to())))
                        .toList(),
                cloth.colouring().fillings().stream()
                        .map(Filling::woven)
                        .map(Rgb::hex)
                        .toList(),
                way.difference(paper.palette()),
                way.contrast(paper.palette()),
                way.hasNewWarp(),
                way.otherCounts(),
                way.flips().stream()
                        .map(flip -> flip.lighter() + "/" + flip.darker())
                        .toList(),
                way.unknown(),
                sized ? WeaveReport.yarn(cloth, YarnAmounts.of(cloth, YarnRules.USUAL), names) : List.of());
    }
}
