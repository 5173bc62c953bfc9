package dev.shuttle.report;

import org.jspecify.annotations.Nullable;

/**
 * How near the result is to the picture it was made from.
 *
 * @param de2000Mean mean CIEDE2000 difference, two decimals
 * @param de2000P95 95th percentile of it, two decimals
 * @param ssim structural similarity, -1 to 1, four decimals
 * @param edgeF1 agreement of edges, 0 to 1, four decimals
 */
public record Fidelity(
        @Nullable Double de2000Mean,
        @Nullable Double de2000P95,
        @Nullable Double ssim,
        @Nullable Double edgeF1) {

    public Fidelity {
        de2000Mean = Rounding.maybe(de2000Mean, 2);
        de2000P95 = Rounding.maybe(de2000P95, 2);
        ssim = Rounding.maybe(ssim, 4);
        edgeF1 = Rounding.maybe(edgeF1, 4);
    }
}
