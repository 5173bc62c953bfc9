package dev.shuttle.report;

/**
 * What cleaning 去杂点 took away.
 *
 * @param regionsRemoved connected regions smaller than the least allowed
 * @param pixelsChanged pixels whose colour changed by it
 * @param minRegion the least region allowed, pixels
 */
public record Cleaned(long regionsRemoved, long pixelsChanged, int minRegion) {}
