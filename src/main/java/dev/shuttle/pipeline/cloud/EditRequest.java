package dev.shuttle.pipeline.cloud;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.recipe.preset.Preset;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.settings.Settings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the cloud is asked to do with a picture.
 *
 * @param function the service's word for the kind of edit
 * @param prompt in words
 * @param strength how far from the original, 0 to 1
 * @param seed of the service's chance
 * @param ground what lies under a transparent picture
 */
public record EditRequest(String function, String prompt, double strength, int seed, Rgb ground) {
    /** What a job is sent with: the ticket's word before the preset's before the settings'. */
    public static EditRequest of(Job job, Presets presets, Settings.Cloud cloud) {
        Preset preset = presets.named(job.order().preset());
        Ticket ticket = job.order().ticket();
        return new EditRequest(
                first(ticket.function(), preset.function(), cloud.function()),
                first(ticket.prompt(), preset.prompt(), cloud.prompt()),
                first(ticket.strength(), preset.strength(), cloud.strength()),
                first(ticket.seed(), null, cloud.seed()),
                ticket.ground() == null ? preset.recipe().ground() : Rgb.parse(ticket.ground()));
    }

    private static <T> T first(@Nullable T ticket, @Nullable T preset, T usual) {
        return Objects.requireNonNullElse(ticket, Objects.requireNonNullElse(preset, usual));
    }
}
