package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.harness.Harness;
import dev.shuttle.loom.harness.HarnessException;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Cards;
import dev.shuttle.pipeline.intake.Machines;
import dev.shuttle.pipeline.job.Order;
import dev.shuttle.pipeline.paper.IssuedPapers;
import dev.shuttle.pipeline.paper.Sidecar;
import dev.shuttle.pipeline.paper.SidecarException;
import dev.shuttle.recipe.Output;
import dev.shuttle.recipe.Prices;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.recipe.preset.Preset;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.report.Loom;
import dev.shuttle.report.outcome.Road;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a job's ticket, its preset and the files that came with it ask of the loom. They were good when it was admitted. */
record LoomOrder(Order order, Presets presets, JobFolder folder) {
    private static final Set<Output> OF_PAPERS =
            Output.USUAL.stream().filter(output -> output != Output.COMPARE).collect(Collectors.toUnmodifiableSet());

    Ticket ticket() {
        return order.ticket();
    }

    private Preset preset() {
        return presets.named(order.preset());
    }

    /** The preset's recipe with what the ticket says otherwise; what the cloud has styled is not styled again. */
    Recipe recipe(Road road) throws IOException {
        Recipe recipe;
        try {
            recipe = Cards.recipe(ticket(), preset(), folder);
        } catch (RecipeException e) {
            throw new IllegalStateException("the order was good when the job was admitted: " + e.getMessage(), e);
        }
        return road == Road.LOCAL ? recipe : recipe.withStyle(recipe.style().withoutTone());
    }

    /** The yarns of the ticket's card or, where it has no palette, of the preset's. */
    YarnNames names() throws IOException {
        try {
            return ticket().palette() == null ? new YarnNames(preset().yarns()) : new YarnNames(Cards.yarns(folder));
        } catch (RecipeException e) {
            throw new IllegalStateException("the card was good when the job was admitted: " + e.getMessage(), e);
        }
    }

    /** How the machine weaves a cloth; null where nothing is woven. */
    @Nullable
    LoomPlan plan(@Nullable Cloth cloth) throws IOException, HarnessException {
        return cloth == null ? null : LoomPlan.of(cloth, harness());
    }

    /** How the machine is tied; null where none is named. */
    @Nullable
    Harness harness() throws IOException {
        try {
            return Machines.harness(ticket(), preset(), folder);
        } catch (RecipeException e) {
            throw new IllegalStateException("the machine was good when the job was admitted: " + e.getMessage(), e);
        }
    }

    /** The ticket's prices or, where it has none, the preset's. */
    @Nullable
    Prices prices() {
        Prices own = ticket().prices();
        return own == null ? preset().prices() : own;
    }

    /** Which files are left beside the point paper. */
    Set<Output> wanted() {
        List<Output> named = ticket().outputs();
        if (!named.isEmpty()) {
            return Set.copyOf(named);
        }
        // a paper that is woven as it is looks like its source
        return ticket().isAsIs() ? OF_PAPERS : Output.USUAL;
    }

    /** What is known of a paper that is woven as it is; null where nothing is. */
    @Nullable
    Sidecar issued() throws IOException {
        try {
            return IssuedPapers.of(folder, Long.MAX_VALUE).orElse(null);
        } catch (SidecarException e) {
            throw new IllegalStateException("the sidecar was good when the job was admitted: " + e.getMessage(), e);
        }
    }

    /** A point paper that was issued and comes back as a picture; null where it is none. */
    Loom.@Nullable Paper asPicture() throws IOException {
        try {
            return IssuedPapers.of(folder, Long.MAX_VALUE)
                    .map(issued -> Loom.Paper.picture(issued.name(), issued.preset()))
                    .orElse(null);
        } catch (SidecarException unread) {
            return null;
        }
    }
}
