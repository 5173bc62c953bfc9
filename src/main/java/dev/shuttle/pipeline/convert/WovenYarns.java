package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.cloth.Band;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.Filling;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.weave.ShadedSatin;
import dev.shuttle.report.Swatch;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The yarns that the colours of a point paper really get, band by band. */
final class WovenYarns {
    private final Cloth cloth;
    private final YarnNames names;
    /** Cells by band and colour. */
    private final long[][] cells;

    WovenYarns(Cloth cloth, PointPaper paper, YarnNames names) {
        this.cloth = cloth;
        this.names = names;
        List<Band> bands = cloth.colouring().bands();
        this.cells = new long[bands.size()][paper.palette().size()];
        for (int band = 0; band < cells.length; band++) {
            int to = Math.min(bands.get(band).to(), paper.lines()) * paper.ends();
            for (int cell = bands.get(band).from() * paper.ends(); cell < to; cell++) {
                cells[band][paper.labels()[cell] & 255]++;
            }
        }
    }

    Swatch.Woven of(int index) {
        Filling filling = cloth.colouring().fillings().get(index);
        Map<Rgb, Double> shown = new LinkedHashMap<>();
        List<Band> bands = cloth.colouring().bands();
        for (int band = 0; band < cells.length; band++) {
            if (cells[band][index] > 0) {
                add(bands.get(band), index, cells[band][index], shown);
            }
        }
        double all = shown.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Swatch.Share> yarns = shown.entrySet().stream()
                .sorted(Map.Entry.<Rgb, Double>comparingByValue(Comparator.reverseOrder()))
                .map(yarn -> new Swatch.Share(names.of(yarn.getKey()), yarn.getValue() / all))
                .toList();
        return new Swatch.Woven(filling.woven().hex(), filling.difference(), yarns);
    }

    private void add(Band band, int index, long here, Map<Rgb, Double> shown) {
        Filling.Face face = band.fillings().get(index).face();
        if (face instanceof Filling.Level level) {
            double warp =
                    level.level() / ((ShadedSatin) cloth.structure()).satin().ends();
            shown.merge(cloth.colouring().warp().get(0), here * warp, Double::sum);
            shown.merge(band.wefts().get(0), here * (1 - warp), Double::sum);
            return;
        }
        List<Rgb> yarns = cloth.yarns(face, band);
        yarns.forEach(yarn -> shown.merge(yarn, (double) here / yarns.size(), Double::sum));
    }
}
