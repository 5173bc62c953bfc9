package dev.shuttle.provider;

/**
 * What a model accepts as a picture.
 *
 * @param minSide the fewest pixels of width and of height
 * @param maxSide the most pixels of width and of height
 * @param maxRatio the longer side may be so many times the shorter
 * @param maxDataUrlBytes the longest data URL, counted as sent
 */
public record PictureLimits(int minSide, int maxSide, int maxRatio, int maxDataUrlBytes) {}
