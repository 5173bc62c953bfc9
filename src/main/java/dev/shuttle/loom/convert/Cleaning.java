package dev.shuttle.loom.convert;

/**
 * What cleaning changed.
 *
 * @param regionsRemoved regions below {@code minRegion} before it, none of which is left
 * @param pixelsChanged cells that show another colour after it
 */
public record Cleaning(long regionsRemoved, long pixelsChanged, int minRegion) {}
