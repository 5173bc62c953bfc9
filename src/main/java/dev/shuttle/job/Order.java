package dev.shuttle.job;

import org.jspecify.annotations.Nullable;

/**
 * What is wanted from a picture.
 *
 * @param preset name of the preset
 * @param colours how many colours, instead of the preset's; null: the preset's
 * @param cloud whether the cloud may be asked
 */
public record Order(String preset, @Nullable Integer colours, boolean cloud) {
    /** A preset as it stands. */
    public static Order preset(String name) {
        return new Order(name, null, true);
    }
}
