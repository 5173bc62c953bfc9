package dev.shuttle.loom.analysis;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.grid.GridPicture;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;

/**
 * How near a point paper is to its source, cell by cell on the point paper's grid. Of large papers evenly spread bands
 * of rows are measured.
 *
 * @param de2000Mean mean CIEDE2000
 * @param de2000P95 the CIEDE2000 that 95 % of the cells stay below
 * @param ssim mean structural similarity of L* (Wang et al. 2004), 1 is the same
 * @param edgeF1 how far the edges of both agree within one cell: harmonic mean of precision and recall, 0 to 1
 */
public record Fidelity(double de2000Mean, double de2000P95, double ssim, double edgeF1) {
    private static final int MOST_CELLS = 600_000;
    private static final int BAND = 64;

    /** Measures {@code paper} against the upright picture it was made from. */
    public static Fidelity of(Picture source, PointPaper paper, int threads) {
        int bandRows =
                (long) paper.ends() * paper.lines() <= MOST_CELLS ? paper.lines() : Math.min(BAND, paper.lines());
        int most = Math.max(1, MOST_CELLS / (paper.ends() * bandRows));
        int bands = Math.min(most, paper.lines() / bandRows);
        Sums sums = new Sums();
        RowBands shared = new RowBands(threads);
        for (int band = 0; band < bands; band++) {
            int top = (int) ((long) (paper.lines() - bandRows) * (2 * band + 1) / (2L * bands));
            Picture reference = GridPicture.rows(source, paper.ends(), paper.lines(), top, bandRows, shared);
            sums.add(reference, paper, top, bandRows, shared);
        }
        return sums.fidelity();
    }

    private static final class Sums {
        private final long[] byTwentieth = new long[2001];
        private double difference;
        private long cells;
        private double similarity;
        private int bands;
        private final long[] edges = new long[4];

        /** @param reference the rows from {@code top} on */
        void add(Picture reference, PointPaper paper, int top, int rows, RowBands shared) {
            float[] before = new float[paper.ends() * rows];
            float[] after = new float[before.length];
            Lab[] palette = paper.palette().colours().stream().map(c -> c.lab()).toArray(Lab[]::new);
            for (int i = 0; i < before.length; i++) {
                int x = i % paper.ends();
                int y = i / paper.ends();
                Lab source = Lab.of(Rgb.of(reference.rgb(x, y)));
                Lab shown = palette[paper.label(x, top + y)];
                double d = source.difference(shown);
                difference += d;
                byTwentieth[(int) Math.min(2000, 20 * d)]++;
                before[i] = (float) source.lightness();
                after[i] = (float) shown.lightness();
            }
            cells += before.length;
            similarity += StructuralSimilarity.mean(before, after, paper.ends(), rows, shared);
            bands++;
            EdgeAgreement.count(before, after, paper.ends(), rows, edges);
        }

        Fidelity fidelity() {
            return new Fidelity(difference / cells, percentile(), similarity / bands, EdgeAgreement.f1(edges));
        }

        private double percentile() {
            long below = 0;
            for (int i = 0; i < byTwentieth.length; i++) {
                below += byTwentieth[i];
                if (below >= 0.95 * cells) {
                    return (i + 1) / 20.0;
                }
            }
            return byTwentieth.length / 20.0;
        }
    }
}
