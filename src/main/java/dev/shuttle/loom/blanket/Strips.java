package dev.shuttle.loom.blanket;

import dev.shuttle.loom.cloth.Filling.Face;
import dev.shuttle.loom.cloth.Filling.Level;
import dev.shuttle.loom.cloth.Filling.Mixture;
import dev.shuttle.loom.cloth.Filling.Pure;
import dev.shuttle.loom.cloth.WovenColours;
import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.weave.Structure;
import dev.shuttle.loom.weave.WarpFaced;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is shown, strip by strip. Of tones, a strip for each weft yarn with all levels. Of several wefts, sections, in each as
 * many yarns as the structure has wefts, the first the same everywhere; in a section every yarn alone, and then every two of
 * them line by line.
 */
final class Strips {
    /** Numbers that differ less than this from what is behind them are hard to read. */
    private static final double LEGIBLE = 20;
    /** With no more threads than this, a section is one strip. */
    private static final int FEW = 3;

    private final Structure structure;
    private final List<Rgb> warp;
    private final List<Rgb> yarns;
    private final List<Strip> strips = new ArrayList<>();

    private Strips(Structure structure, List<Rgb> warp, List<Rgb> yarns) {
        this.structure = structure;
        this.warp = warp;
        this.yarns = yarns;
    }

    /** The warp's yarns: of tones the lightest, for jin one for each end of a group, else the first. */
    static List<Rgb> warp(StructureKind kind, Structure structure, List<Rgb> yarns) {
        if (kind.isOfTones()) {
            return List.of(byLight(yarns).get(yarns.size() - 1));
        }
        return structure instanceof WarpFaced jin ? yarns.subList(0, jin.warps()) : yarns.subList(0, 1);
    }

    /** The strips from the top. */
    static List<Strip> of(StructureKind kind, Structure structure, List<Rgb> yarns) {
        Strips all = new Strips(structure, warp(kind, structure, yarns), yarns);
        if (kind.isOfTones()) {
            all.tones(kind == StructureKind.DAMASK);
        } else {
            all.sections();
        }
        return List.copyOf(all.strips);
    }

    private static List<Rgb> byLight(List<Rgb> yarns) {
        return yarns.stream()
                .sorted(Comparator.comparingDouble(yarn -> Lab.of(yarn).lightness()))
                .toList();
    }

    private void tones(boolean damask) {
        int most = structure.mostFace();
        List<Face> levels = IntStream.rangeClosed(1, most)
                .filter(level -> !damask || level == 1 || level == most)
                .mapToObj(level -> (Face) new Level(level))
                .toList();
        Face ground = new Level(most);
        Face ink = new Level(1);
        List<Rgb> wefts = byLight(yarns).subList(0, yarns.size() - 1);
        for (Rgb weft : wefts) {
            boolean legible = difference(List.of(weft), ground, ink) >= LEGIBLE;
            Rgb head = legible ? weft : wefts.get(0);
            strips.add(new Strip(List.of(weft), levels, List.of(head), ground, ink));
        }
    }

    private void sections() {
        int threads = structure.threads();
        int others = threads - 1;
        boolean jin = structure instanceof WarpFaced;
        int last = jin ? threads : yarns.size();
        for (int from = 1; from < last; from += others) {
            List<Rgb> own = new ArrayList<>(yarns.subList(0, 1));
            own.addAll(yarns.subList(from, Math.min(last, from + others)));
            int shown = own.size();
            own.addAll(Collections.nCopies(threads - shown, yarns.get(0)));
            List<Rgb> wefts = jin ? Collections.nCopies(2, yarns.get(0)) : own;
            section(own, wefts, shown);
        }
    }

    private void section(List<Rgb> threads, List<Rgb> wefts, int shown) {
        Face ground = new Pure(0);
        Face ink = IntStream.range(1, shown)
                .mapToObj(thread -> (Face) new Pure(thread))
                .max(Comparator.comparingDouble(face -> difference(threads, ground, face)))
                .orElseThrow();
        List<Face> faces = faces(shown);
        int across = shown <= FEW ? faces.size() : shown;
        for (int from = 0; from < faces.size(); from += across) {
            List<Face> some = faces.subList(from, Math.min(faces.size(), from + across));
            strips.add(new Strip(wefts, some, wefts, ground, ink));
        }
    }

    /** Every thread alone, then with its neighbour, then with the next but one, until every two have met. */
    private static List<Face> faces(int threads) {
        List<Face> faces = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            faces.add(new Pure(thread));
        }
        for (int step = 1; 2 * step <= threads; step++) {
            int each = 2 * step == threads ? step : threads;
            for (int thread = 0; thread < each; thread++) {
                faces.add(new Mixture(thread, (thread + step) % threads));
            }
        }
        return faces;
    }

    private double difference(List<Rgb> threads, Face one, Face other) {
        WovenColours colours = new WovenColours(structure, warp.get(0), threads, null);
        return Lab.of(colours.of(one)).difference(Lab.of(colours.of(other)));
    }
}
