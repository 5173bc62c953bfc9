package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.PointPaper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A point paper in the colours that its cloth shows, band by band, so that cloth and source can be compared as paper and source are. */
public final class WovenPaper {
    private WovenPaper() {}

    /** The paper as it is woven, cell by cell; the mean colours where bands have more than a palette can hold. */
    public static PointPaper of(PointPaper paper, Cloth cloth) {
        Map<Rgb, Integer> known = new LinkedHashMap<>();
        byte[] labels = new byte[paper.labels().length];
        boolean byBand = cloth.colouring().bands().size() * paper.palette().size()
                        + cloth.brocading().yarns().size()
                <= Palette.MOST;
        for (Band band : cloth.colouring().bands()) {
            List<Filling> fillings =
                    byBand ? band.fillings() : cloth.colouring().fillings();
            int[] woven = new int[paper.palette().size()];
            fillings.forEach(
                    filling -> woven[filling.index()] = known.computeIfAbsent(filling.woven(), colour -> known.size()));
            int from = band.from() * paper.ends();
            int to = Math.min(band.to(), paper.lines()) * paper.ends();
            int[] brocaded = new int[woven.length];
            List<Rgb> bobbins = cloth.brocading().yarns();
            fillings.stream()
                    .filter(filling -> bobbins.contains(filling.asked()))
                    .forEach(filling -> brocaded[filling.index()] =
                            known.computeIfAbsent(cloth.brocaded(filling), colour -> known.size()));
            for (int cell = from; cell < to; cell++) {
                boolean bobbin = cloth.isBobbin(cell % paper.ends(), cell / paper.ends());
                labels[cell] = (byte) (bobbin ? brocaded : woven)[paper.labels()[cell] & 255];
            }
        }
        return new PointPaper(paper.ends(), paper.lines(), labels, palette(known), paper.density());
    }

    private static Palette palette(Map<Rgb, Integer> known) {
        List<PaletteColour> colours = new ArrayList<>();
        known.forEach((colour, label) -> colours.add(new PaletteColour(label, colour, 1, 1.0 / known.size())));
        return new Palette(colours);
    }
}
