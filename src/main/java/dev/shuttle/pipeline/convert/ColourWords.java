package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.cloth.Band;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.Filling;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.format.PaletteCsv;
import dev.shuttle.loom.weave.Satin;
import dev.shuttle.loom.weave.ShadedSatin;
import dev.shuttle.report.Swatch;
import dev.shuttle.report.WeaveWords;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the colours of a point paper are woven with, in words: weaves, yarns and their shares. */
final class ColourWords {
    private final PointPaper paper;
    private final @Nullable Cloth cloth;
    private final YarnNames names;

    /** @param cloth null where no structure is chosen; then a colour has the yarn of the card that has its colour */
    ColourWords(PointPaper paper, @Nullable Cloth cloth, YarnNames names) {
        this.paper = paper;
        this.cloth = cloth;
        this.names = names;
    }

    YarnNames names() {
        return names;
    }

    /** The weave: {@code 5/8 satin}, {@code ground}, {@code weft 2}, {@code weft 1 + weft 3}, {@code weft 2 · twill 3/1 Z}; null without a cloth. */
    @Nullable
    String weave(int index) {
        if (cloth == null) {
            return null;
        }
        Filling filling = cloth.colouring().fillings().get(index);
        if (filling.weave() == 0) {
            return weave(cloth, filling.face());
        }
        String name =
                cloth.structure().weaves().weaves().get(filling.weave() - 1).name();
        return filling.face() instanceof Filling.Level ? name : weave(cloth, filling.face()) + " · " + name;
    }

    private static String weave(Cloth cloth, Filling.Face face) {
        if (face instanceof Filling.Level level) {
            Satin satin = Objects.requireNonNull(cloth.order().satin());
            String ends = level.level() % 1 == 0
                    ? String.valueOf((int) level.level())
                    : String.format(Locale.ROOT, "%.1f", level.level());
            return ends + "/" + satin.ends() + " satin";
        }
        if (face instanceof Filling.Bobbin) {
            return "bobbins";
        }
        if (face instanceof Filling.Pure pure) {
            return system(cloth, pure.thread());
        }
        Filling.Mixture mixture = (Filling.Mixture) face;
        return system(cloth, mixture.even()) + " + " + system(cloth, mixture.odd());
    }

    private static String system(Cloth cloth, int thread) {
        if (thread == 0 && cloth.order().kind().hasGround()) {
            return "ground";
        }
        // the ground's weft as figure has a number behind all wefts
        int number = thread == cloth.structure().threads() ? 0 : thread;
        return (cloth.order().kind() == StructureKind.JIN ? "warp " : "weft ") + (number + 1);
    }

    /** The yarns that show; null where none is known. */
    @Nullable
    String yarn(int index) {
        if (cloth == null) {
            Rgb rgb = paper.palette().colours().get(index).rgb();
            return names.knows(rgb) ? names.of(rgb) : null;
        }
        Filling.Face face = cloth.colouring().fillings().get(index).face();
        if (!(face instanceof Filling.Level)) {
            List<Rgb> yarns = cloth.yarns(face, cloth.colouring().home(index));
            return yarns.stream().map(names::of).collect(Collectors.joining(" + "));
        }
        return names.of(cloth.colouring().warp().get(0)) + " × "
                + names.of(cloth.colouring().wefts(index).get(0));
    }

    /** The same for readers of both languages. */
    List<PaletteCsv.Woven> onPaper() {
        return forTables().stream()
                .map(with -> with.weave().isEmpty()
                        ? with
                        : new PaletteCsv.Woven(with.yarn(), WeaveWords.onPaper(with.weave()), with.tex()))
                .toList();
    }

    /** Yarn, weave and yarn count of each colour, empty where there is none. */
    List<PaletteCsv.Woven> forTables() {
        return paper.palette().colours().stream()
                .map(colour -> {
                    Double tex = names.tex(colour.rgb());
                    return new PaletteCsv.Woven(
                            Objects.requireNonNullElse(yarn(colour.index()), ""),
                            Objects.requireNonNullElse(weave(colour.index()), ""),
                            tex == null ? "" : String.valueOf(tex));
                })
                .toList();
    }

    /** The colours for the report. */
    List<Swatch> swatches() {
        long[][] cells = cloth == null ? new long[0][0] : cellsByBand(cloth);
        return paper.palette().colours().stream()
                .map(colour -> swatch(colour, cells))
                .toList();
    }

    private Swatch swatch(PaletteColour colour, long[][] cells) {
        return new Swatch(
                colour.index(),
                colour.rgb().hex(),
                List.of(colour.lab().lightness(), colour.lab().a(), colour.lab().b()),
                colour.share(),
                yarn(colour.index()),
                weave(colour.index()),
                cloth == null ? null : woven(cloth, colour.index(), cells));
    }

    /** How many cells each colour has in each band. */
    private long[][] cellsByBand(Cloth of) {
        List<Band> bands = of.colouring().bands();
        long[][] cells = new long[bands.size()][paper.palette().size()];
        for (int band = 0; band < cells.length; band++) {
            int to = Math.min(bands.get(band).to(), paper.lines()) * paper.ends();
            for (int cell = bands.get(band).from() * paper.ends(); cell < to; cell++) {
                cells[band][paper.labels()[cell] & 255]++;
            }
        }
        return cells;
    }

    /** The yarns that a colour really gets, over all bands. */
    private Swatch.Woven woven(Cloth of, int index, long[][] cells) {
        Filling filling = of.colouring().fillings().get(index);
        Map<Rgb, Double> shown = new LinkedHashMap<>();
        for (int band = 0; band < cells.length; band++) {
            if (cells[band][index] > 0) {
                addYarns(of, of.colouring().bands().get(band), index, cells[band][index], shown);
            }
        }
        double all = shown.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Swatch.Share> yarns = shown.entrySet().stream()
                .sorted(Map.Entry.<Rgb, Double>comparingByValue(Comparator.reverseOrder()))
                .map(yarn -> new Swatch.Share(names.of(yarn.getKey()), yarn.getValue() / all))
                .toList();
        return new Swatch.Woven(filling.woven().hex(), filling.difference(), yarns);
    }

    private static void addYarns(Cloth cloth, Band band, int index, long cells, Map<Rgb, Double> shown) {
        Filling.Face face = band.fillings().get(index).face();
        if (face instanceof Filling.Level level) {
            double warp =
                    level.level() / ((ShadedSatin) cloth.structure()).satin().ends();
            shown.merge(cloth.colouring().warp().get(0), cells * warp, Double::sum);
            shown.merge(band.wefts().get(0), cells * (1 - warp), Double::sum);
            return;
        }
        List<Rgb> yarns = cloth.yarns(face, band);
        yarns.forEach(yarn -> shown.merge(yarn, (double) cells / yarns.size(), Double::sum));
    }
}
