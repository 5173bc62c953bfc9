package dev.shuttle.loom.convert;

import dev.shuttle.loom.convert.gradient.Pattern;
import dev.shuttle.loom.convert.gradient.Shading;
import dev.shuttle.loom.convert.label.ColourCosts;
import dev.shuttle.loom.design.Gradients;
import dev.shuttle.loom.design.Grid;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.weave.Satin;
import dev.shuttle.loom.work.RowBands;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws the smooth gradients of clean cells as the recipe says; what comes of it is as clean, single points of a satin aside. */
final class GradientCells {
    private static final Satin USUAL = new Satin(8, 3);
    /** Two colours further apart (CIEDE2000) show as lines or points when they are mixed: they get bands, unless asked for. */
    private static final double TONES = 12;

    private final Grid grid;
    private final Recipe recipe;
    private final @Nullable WeaveOrder order;
    private final RowBands bands;
    private final @Nullable Gradients used;

    /** @param order settled; null where there is no weave */
    GradientCells(Grid grid, Recipe recipe, @Nullable WeaveOrder order, RowBands bands) {
        this(
                grid,
                recipe,
                order,
                bands,
                recipe.gradients().settled(order, recipe.style().redrawn()));
    }

    private GradientCells(
            Grid grid, Recipe recipe, @Nullable WeaveOrder order, RowBands bands, @Nullable Gradients used) {
        this.grid = grid;
        this.recipe = recipe;
        this.order = order;
        this.bands = bands;
        this.used = used;
    }

    /** What was drawn. */
    record Drawn(ColouredCells cells, GradientUse use) {}

    /** Nothing is drawn: the picture has flat colours alone. */
    Drawn none(ColouredCells cells) {
        return new Drawn(cells, new GradientUse(recipe.gradients(), used, 0));
    }

    /** The cells with their gradients; {@code clean} stays as it is. */
    Drawn of(ColouredCells clean, GridCells seen) {
        if (used == null) {
            return none(clean);
        }
        Shading.Slopes slopes = Shading.Slopes.of(seen.colours(), seen.lines(), bands);
        boolean choosing = recipe.gradients() == Gradients.AUTO && used != Gradients.BANDS;
        if (!choosing) {
            return of(clean, seen, slopes, Double.MAX_VALUE);
        }
        GradientCells calmly = new GradientCells(grid, recipe, order, bands, Gradients.BANDS);
        Drawn calm = calmly.of(clean, seen, slopes, Double.MAX_VALUE);
        Drawn mixed = of(calm.cells(), seen, slopes, TONES);
        return mixed.use().share() == 0 ? calm : mixed;
    }

    /** @param most how far apart two colours may be (CIEDE2000) to be mixed */
    private Drawn of(ColouredCells clean, GridCells seen, Shading.Slopes slopes, double most) {
        Pattern pattern = pattern(used);
        Shading shading = Shading.of(clean.labels(), slopes, clean.colours(), most, pattern, bands);
        recipe.protect().stream()
                .map(clean.colours()::indexOf)
                .filter(label -> label >= 0)
                .forEach(shading::leave);
        double share = shading.share();
        if (share == 0) {
            return none(clean);
        }
        ColouredCells drawn = drawn(clean, seen, shading, pattern);
        for (int lost = lost(clean, drawn); lost >= 0; lost = lost(clean, drawn)) {
            shading.leave(lost);
            share = shading.share();
            drawn = share == 0 ? clean : drawn(clean, seen, shading, pattern);
        }
        return new Drawn(drawn, new GradientUse(recipe.gradients(), used, share));
    }

    private Pattern pattern(@Nullable Gradients kind) {
        return switch (Objects.requireNonNull(kind)) {
            case HATCH -> Pattern.HATCH;
            case SATIN -> satin();
            case GRAIN -> Pattern.grain(Math.max(2, (int) Math.ceil(Math.sqrt(recipe.minRegion()))));
            case AUTO, BANDS -> Pattern.BANDS;
        };
    }

    private Pattern satin() {
        Satin satin = order == null || order.satin() == null ? USUAL : order.satin();
        return Pattern.satin(satin.ends(), satin.step());
    }

    private ColouredCells drawn(ColouredCells clean, GridCells seen, Shading shading, Pattern pattern) {
        boolean alongEnds = order != null && order.kind() == StructureKind.JIN;
        byte[] labels = used == Gradients.HATCH ? shading.hatched(alongEnds) : shading.dotted(pattern);
        if (used == Gradients.SATIN) {
            return new ColouredCells(labels, clean.colours(), clean.cleaning());
        }
        // what was cleaned is what the picture had; crumbs of a pattern were never there
        CleanCells again = CleanCells.of(
                labels, clean.colours(), seen.guarded(new ColourCosts(clean.colours())), grid, recipe, bands);
        return new ColouredCells(again.labels(), clean.colours(), clean.cleaning());
    }

    /** The first colour that the drawn cells do not show any more; -1 where they show all. */
    private static int lost(ColouredCells before, ColouredCells after) {
        boolean[] shown = shown(after);
        boolean[] wanted = shown(before);
        for (int label = 0; label < wanted.length; label++) {
            if (wanted[label] && !shown[label]) {
                return label;
            }
        }
        return -1;
    }

    private static boolean[] shown(ColouredCells cells) {
        boolean[] shown = new boolean[cells.colours().size()];
        for (byte label : cells.labels()) {
            shown[label] = true;
        }
        return shown;
    }
}
