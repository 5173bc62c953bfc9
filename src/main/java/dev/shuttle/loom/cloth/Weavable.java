package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Palette;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.Binding;
import dev.shuttle.loom.weave.Lampas;
import dev.shuttle.loom.weave.ShadedSatin;
import dev.shuttle.loom.weave.Structure;
import dev.shuttle.loom.weave.WarpFaced;
import dev.shuttle.loom.weave.WeftBacked;
import dev.shuttle.loom.weave.WeftFaced;
import java.util.ArrayList;
import java.util.List;

/** The colours that a structure can weave of a palette. */
final class Weavable {
    private Weavable() {}

    static Colouring colours(LabelTile tile, WeaveOrder order, Structure structure) {
        Palette palette = tile.paper().palette();
        if (structure instanceof ShadedSatin tones) {
            return Tones.of(palette, tones, order.kind() == StructureKind.DAMASK, tile.lines());
        }
        YarnColours yarns = new YarnColours(palette, structure);
        List<Rgb> ground = List.of(palette.rgb(0));
        int threads = structure.mostFace() + 1;
        Changing changing = order.changing();
        if (changing != null && threads > 1 && palette.size() > threads && !(structure instanceof WarpFaced)) {
            return WeftBands.colouring(tile, yarns, threads, changing, palette.size(), ground);
        }
        List<Integer> chosen = yarns.choose(threads);
        List<Rgb> colours = new ArrayList<>(yarns.rgb(chosen));
        while (colours.size() < threads) {
            colours.add(palette.rgb(0));
        }
        List<Filling> fillings = yarns.fillings(chosen);
        return structure instanceof WarpFaced
                ? Colouring.constant(fillings, colours, List.of(palette.rgb(0), palette.rgb(0)), tile.lines())
                : Colouring.constant(fillings, ground, colours, tile.lines());
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
        return YarnRules.BINDER_WIDTH / (binding.lines() * (binding.mains() + YarnRules.BINDER_WIDTH));
    }
}
