package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Rgb;

/**
 * A colour that the picture asked for, of a point paper that is drawn in the colours of its cloth.
 *
 * @param share of the surface, 0 to 1
 * @param woven what stands in its place
 * @param difference CIEDE2000 between the two
 */
public record AskedColour(Rgb rgb, double share, Rgb woven, double difference) {}
