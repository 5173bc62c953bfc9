package dev.shuttle.pipeline.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shuttle.recipe.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted from a picture.
 *
 * @param preset name of the preset
 * @param ticket what is wanted otherwise than the preset says; {@link Ticket#NONE} where nothing is
 */
public record Order(
        String preset,
        @JsonInclude(JsonInclude.Include.ALWAYS) Ticket ticket) {
    /** A journal that knew no tickets has none. */
    public Order(String preset, @Nullable Ticket ticket) {
        this.preset = preset;
        this.ticket = ticket == null ? Ticket.NONE : ticket;
    }

    /** A preset as it stands. */
    public static Order preset(String name) {
        return new Order(name, Ticket.NONE);
    }

    /** A preset with a ticket, whose own preset comes first. */
    public static Order of(String preset, Ticket ticket) {
        String named = ticket.preset();
        return new Order(named == null ? preset : named, ticket);
    }

    /** Whether the cloud may be used. */
    @JsonIgnore
    public boolean cloud() {
        return !Boolean.FALSE.equals(ticket.cloud()) && !ticket.isAsIs();
    }
}
