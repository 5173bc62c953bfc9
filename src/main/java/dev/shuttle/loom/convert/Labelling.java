package dev.shuttle.loom.convert;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.grid.LineKind;
import dev.shuttle.loom.convert.label.ColourCosts;
import dev.shuttle.loom.convert.label.EdgeMixtures;
import dev.shuttle.loom.convert.label.FaintLines;
import dev.shuttle.loom.convert.label.NearestLabels;
import dev.shuttle.loom.convert.label.PottsRelaxation;
import dev.shuttle.loom.convert.label.RampResolution;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.ArrayList;
import java.util.List;

/** Which colour each pixel of a picture has. */
final class Labelling {
    private static final float SMOOTHNESS = 1;
    private static final int ROUNDS = 1;
    /** A picture with more pixels than this that show a colour of its palette is drawn, not photographed. */
    private static final double ARTWORK = 0.5;
    /** Without the mixtures along edges others may be seen that they hid. */
    private static final int LOOKS = 3;

    private final List<Rgb> colours;
    private final ColourCosts costs;
    private final byte[] labels;
    private final LineKind kind;
    private final boolean exact;

    private Labelling(List<Rgb> colours, ColourCosts costs, byte[] labels, LineKind kind, boolean exact) {
        this.colours = colours;
        this.exact = exact;
        this.costs = costs;
        this.labels = labels;
        this.kind = kind;
    }

    /** The labels of a picture, by the way that suits it. */
    static Labelling of(StyledPicture styled, List<Rgb> colours, Recipe recipe, RowBands bands) {
        if (styled.isDrawing()) {
            return drawn(styled.picture(), colours, bands);
        }
        return recipe.style().redrawn()
                ? unmixed(styled.picture(), colours, recipe.pinned(), bands)
                : of(styled.picture(), colours, bands);
    }

    /** With every colour. */
    private static Labelling of(Picture picture, List<Rgb> colours, RowBands bands) {
        ColourCosts costs = new ColourCosts(colours);
        NearestLabels nearest = NearestLabels.of(picture, costs, bands);
        LineKind kind = nearest.plainShare() > ARTWORK ? LineKind.DRAWN : LineKind.SEEN;
        if (nearest.areExact() && hasNoRamps(nearest.labels(), picture.width(), colours, bands)) {
            return new Labelling(colours, costs, nearest.labels(), kind, true);
        }
        byte[] labels = RampResolution.resolve(picture, costs, nearest, bands);
        new PottsRelaxation(picture, costs, labels, SMOOTHNESS).run(ROUNDS, bands);
        return new Labelling(colours, costs, labels, kind, false);
    }

    /**
     * Whether a picture of a few exact colours, such as a point paper that comes back, is not anti-aliased: that leaves several
     * mixtures along edges, while a single one is an outline in a middle tone.
     */
    private static boolean hasNoRamps(byte[] labels, int width, List<Rgb> colours, RowBands bands) {
        int mixtures = 0;
        for (boolean mixture : EdgeMixtures.of(labels, width, colours, bands)) {
            mixtures += mixture ? 1 : 0;
        }
        return mixtures <= 1;
    }

    /** Without the colours that are only mixtures of others along edges; the {@code pinned} ones stay. */
    private static Labelling unmixed(Picture picture, List<Rgb> colours, List<Rgb> pinned, RowBands bands) {
        Labelling labelling = of(picture, colours, bands);
        for (int look = 0; look < LOOKS; look++) {
            boolean[] mixtures = EdgeMixtures.of(labelling.labels, picture.width(), labelling.colours, bands);
            List<Rgb> drawn = new ArrayList<>();
            for (int i = 0; i < mixtures.length; i++) {
                Rgb colour = labelling.colours.get(i);
                if (!mixtures[i] || pinned.contains(colour)) {
                    drawn.add(colour);
                }
            }
            if (labelling.exact || drawn.size() == mixtures.length) {
                break;
            }
            labelling = of(picture, drawn, bands);
        }
        return labelling;
    }

    /** The same of a drawing in these colours, its faint lines included. */
    private static Labelling drawn(Picture picture, List<Rgb> colours, RowBands bands) {
        Labelling labelling = unmixed(picture, colours, List.of(), bands);
        byte[] labels = FaintLines.drawn(picture, labelling.costs, labelling.labels, bands);
        return new Labelling(labelling.colours, labelling.costs, labels, LineKind.DRAWN, labelling.exact);
    }

    /** As the labels count them. */
    List<Rgb> colours() {
        return colours;
    }

    ColourCosts costs() {
        return costs;
    }

    /** One byte a pixel, row after row. */
    byte[] labels() {
        return labels;
    }

    /** Whether the picture has nothing but the palette's colours, and each pixel shows its label's. */
    boolean isExact() {
        return exact;
    }

    /** What thin lines are in this picture. */
    LineKind kind() {
        return kind;
    }
}
