package dev.shuttle.loom.blanket;

import dev.shuttle.loom.cloth.Band;
import dev.shuttle.loom.cloth.Colouring;
import dev.shuttle.loom.cloth.Filling;
import dev.shuttle.loom.cloth.Filling.Face;
import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A point paper that is drawn area by area, each in a face and the yarns that make it. */
final class Drawing {
    private final int ends;
    private final int lines;
    private final int[] tints;
    private final Map<Tint, Integer> known = new LinkedHashMap<>();
    private final List<Span> spans = new ArrayList<>();
    private final BiFunction<Face, List<Rgb>, Rgb> colours;

    /**
     * One face in one set of yarns.
     *
     * @param yarns those that it is made of
     */
    private record Tint(Face face, List<Rgb> yarns, Rgb woven) {}

    /** Lines in which the wefts keep their yarns. */
    private record Span(int from, int to, List<Rgb> wefts) {}

    /** @param colours what a face gives with the yarns of its threads */
    Drawing(int ends, int lines, BiFunction<Face, List<Rgb>, Rgb> colours) {
        this.ends = ends;
        this.lines = lines;
        this.tints = new int[Math.multiplyExact(ends, lines)];
        this.colours = colours;
    }

    /** From the line where the last span ended to before {@code line}, the wefts have these yarns. */
    void wefts(int line, List<Rgb> yarns) {
        int from = spans.isEmpty() ? 0 : spans.get(spans.size() - 1).to();
        if (!spans.isEmpty() && spans.get(spans.size() - 1).wefts().equals(yarns)) {
            from = spans.remove(spans.size() - 1).from();
        }
        spans.add(new Span(from, line, List.copyOf(yarns)));
    }

    /**
     * Fills an area.
     *
     * @param threads the yarns of all threads that faces are numbers of
     */
    void fill(Area area, Face face, List<Rgb> threads) {
        Tint tint = new Tint(face, own(face, threads), colours.apply(face, threads));
        int id = known.computeIfAbsent(tint, fresh -> known.size());
        for (int line = area.line(); line < area.toLine(); line++) {
            Arrays.fill(tints, line * ends + area.end(), line * ends + area.toEnd(), id);
        }
    }

    private static List<Rgb> own(Face face, List<Rgb> threads) {
        if (face instanceof Filling.Mixture mixture) {
            return List.of(threads.get(mixture.even()), threads.get(mixture.odd()));
        }
        return List.of(threads.get(face instanceof Filling.Pure pure ? pure.thread() : 0));
    }

    /** How many colours the point paper will have. */
    int size() {
        return known.size();
    }

    /** What is drawn, with the most used colour first; its labels are renumbered for good. */
    PointPaper paper(Density density) {
        long[] use = new long[known.size()];
        for (int tint : tints) {
            use[tint]++;
        }
        List<Tint> all = List.copyOf(known.keySet());
        List<Integer> order = IntStream.range(0, all.size())
                .boxed()
                .filter(tint -> use[tint] > 0)
                .sorted(Comparator.comparingLong((Integer tint) -> -use[tint]))
                .toList();
        List<PaletteColour> palette = new ArrayList<>();
        Set<Rgb> taken = new HashSet<>();
        byte[] renumbered = new byte[all.size()];
        known.clear();
        for (int tint : order) {
            int label = palette.size();
            renumbered[tint] = (byte) label;
            known.put(all.get(tint), label);
            Rgb own = free(all.get(tint).woven(), taken);
            palette.add(new PaletteColour(label, own, use[tint], use[tint] / (double) tints.length));
        }
        byte[] labels = new byte[tints.length];
        for (int i = 0; i < tints.length; i++) {
            labels[i] = renumbered[tints[i]];
            tints[i] = labels[i] & 255;
        }
        return new PointPaper(ends, lines, labels, new Palette(palette), density);
    }

    /** Programs tell the colours of a point paper apart by their values, so no two may be the same. */
    private static Rgb free(Rgb colour, Set<Rgb> taken) {
        int packed = colour.packed();
        int step = colour.blue() < 128 ? 1 : -1;
        while (!taken.add(Rgb.of(packed))) {
            packed += step;
        }
        return Rgb.of(packed);
    }

    /** How it is woven; only once the {@link #paper} is made. */
    Colouring colouring(PointPaper paper, List<Rgb> warp) {
        List<Filling> fillings = new ArrayList<>();
        known.forEach((tint, label) -> {
            Rgb asked = paper.palette().rgb(label);
            double difference = Lab.of(tint.woven()).difference(Lab.of(asked));
            fillings.add(new Filling(label, asked, tint.woven(), difference, tint.face()));
        });
        List<Band> bands = spans.stream()
                .map(span -> new Band(span.from(), span.to(), fillings, seen(span), span.wefts()))
                .toList();
        List<Integer> homes = IntStream.range(0, fillings.size())
                .mapToObj(label -> home(label, bands))
                .toList();
        return new Colouring(fillings, warp, warp.get(0), bands, homes);
    }

    private Set<Integer> seen(Span span) {
        return Arrays.stream(tints, span.from() * ends, span.to() * ends)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static int home(int label, List<Band> bands) {
        return IntStream.range(0, bands.size())
                .filter(band -> bands.get(band).seen().contains(label))
                .findFirst()
                .orElseThrow();
    }
}
