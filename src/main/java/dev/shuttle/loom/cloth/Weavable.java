package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.Binding;
import dev.shuttle.loom.weave.Lampas;
import dev.shuttle.loom.weave.ShadedSatin;
import dev.shuttle.loom.weave.Structure;
import dev.shuttle.loom.weave.WarpFaced;
import dev.shuttle.loom.weave.WeftBacked;
import dev.shuttle.loom.weave.WeftFaced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The colours that a structure can weave of a palette. */
final class Weavable {
    /** A ground that is woven further than this (CIEDE2000) from its colour is another ground. */
    private static final double SPECKLED = 6;
    /** Colours that are tried for the ground's weft. */
    private static final int MOST_TRIED = 3;
    /** Floats bow and spread over what binds them, so less of a fine binder is seen than geometry has it. */
    private static final double SEEN_OF_A_BINDER = 0.5;
    /** What a lost cell counts beside its difference, CIEDE2000. */
    private static final double LOSS = 20;

    private final LabelTile tile;
    private final Palette palette;
    private final boolean free;
    /** What the yarns give, by the colour of the ground's weft; the same for all structures of one binding. */
    private final Map<Integer, YarnColours> yarns = new HashMap<>();

    private @Nullable Dyes dyes;

    /** @param free whether the palette may become what can be woven best */
    Weavable(LabelTile tile, boolean free) {
        this.tile = tile;
        this.free = free;
        this.palette = tile.paper().palette();
    }

    static Colouring colours(LabelTile tile, WeaveOrder order, Structure structure, boolean free) {
        return new Weavable(tile, free).colours(order, structure);
    }

    /** How the palette is woven; structures that follow one another have the same binding. */
    Colouring colours(WeaveOrder order, Structure structure) {
        Colouring own = ownWeave(order, structure);
        Colouring woven = structure.weaves().isNone() ? own : new NamedWeaves(order, structure, palette).in(own);
        return Brocading.in(woven, order, structure);
    }

    /** In the structure's own weave. */
    private Colouring ownWeave(WeaveOrder order, Structure structure) {
        if (structure instanceof ShadedSatin tones) {
            return ToneColouring.of(palette, tones, order, free, tile.lines());
        }
        Dyes dyes = dyes(order, structure);
        Colouring best = null;
        double least = Double.MAX_VALUE;
        for (int groundWeft : groundWefts(structure, dyes.mixing())) {
            YarnColours of = yarns.computeIfAbsent(groundWeft, weft -> new YarnColours(palette, structure, dyes, weft))
                    .of(structure);
            Colouring found = colours(order, structure, of, dyes);
            double loss = found.fillings().stream()
                    .mapToDouble(filling -> of.weight(filling.index()) * (filling.difference() + LOSS * filling.lost()))
                    .sum();
            if (loss < least - 1e-9) {
                least = loss;
                best = found;
            }
        }
        return Objects.requireNonNull(best);
    }

    /** The ground's own colour, and others that are near enough to it to cross it; 0 alone where there is no ground. */
    private List<Integer> groundWefts(Structure structure, Mixing mixing) {
        List<Integer> tried = new ArrayList<>(List.of(0));
        if (structure instanceof Lampas lampas && !lampas.brocaded() && palette.size() > structure.threads()) {
            Lab ground = palette.colours().get(0).lab();
            Map<Integer, Double> apart = new HashMap<>();
            for (int colour = 1; colour < palette.size(); colour++) {
                Light woven = WovenColours.first(structure, palette.rgb(0), palette.rgb(colour), mixing);
                apart.put(colour, Lab.of(woven.rgb()).difference(ground));
            }
            apart.entrySet().stream()
                    .filter(one -> one.getValue() <= SPECKLED)
                    .sorted(Map.Entry.<Integer, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_TRIED)
                    .forEach(one -> tried.add(one.getKey()));
        }
        return tried;
    }

    private Dyes dyes(WeaveOrder order, Structure structure) {
        if (dyes == null) {
            Mixing mixing = Mixing.of(order.calibration());
            dyes = free ? Dyes.free(palette, structure, mixing) : Dyes.ofPalette(palette, mixing);
        }
        return dyes;
    }

    private Colouring colours(WeaveOrder order, Structure structure, YarnColours of, Dyes dyed) {
        List<Rgb> ground = List.of(dyed.warp(structure));
        int threads = structure.threads();
        if (order.changing() != null && threads > 1 && palette.size() > threads && !(structure instanceof WarpFaced)) {
            return WeftBands.colouring(tile, of, threads, order, palette.size(), ground, dyed.binder());
        }
        List<Integer> chosen = of.choose(threads);
        List<Rgb> colours = new ArrayList<>(of.rgb(chosen));
        while (colours.size() < threads) {
            colours.add(dyed.yarn(0));
        }
        List<Filling> fillings = of.fillings(chosen);
        return structure instanceof WarpFaced
                ? Colouring.constant(
                        fillings, colours, dyed.binder(), List.of(dyed.binder(), dyed.binder()), tile.lines())
                : Colouring.constant(fillings, ground, dyed.binder(), colours, tile.lines());
    }

    /**
     * The share of the face at which the warp, for jin the weft, shows between the threads of a colour; a binder is finer
     * than a main.
     */
    static double specks(Structure structure) {
        if (structure instanceof WeftBacked backed) {
            return 1.0 / backed.satin().ends();
        }
        Binding binding = structure instanceof WeftFaced weft
                ? weft.binding()
                : structure instanceof WarpFaced warp ? warp.binding() : ((Lampas) structure).binding();
        double geometric = YarnRules.BINDER_WIDTH / (binding.lines() * (binding.mains() + YarnRules.BINDER_WIDTH));
        return SEEN_OF_A_BINDER * geometric;
    }
}
