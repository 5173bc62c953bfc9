package dev.shuttle.loom.calibration;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Calibration;
import dev.shuttle.loom.design.MixingLaw;
import dev.shuttle.loom.design.StructureKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Fits a calibration to measured patches. Of three laws, each with more freedom than the one before, the one is taken that predicts
 * best what it has not seen: patch after patch is left out and predicted from the others.
 *
 * @param calibration what was found
 * @param doubtful patches that even the others together do not explain, the worst first
 */
public record Calibrating(Calibration calibration, List<MeasuredPatch> doubtful) {
    /** Fewer patches say nothing of mixtures. */
    public static final int FEWEST = 3;
    /** A law with more freedom must be better by this share. */
    private static final double WORTH = 0.97;
    /** A patch further off than this, CIEDE2000, and so many times as far as the usual one, was likely mistyped. */
    private static final double FAR = 8;

    private static final double TIMES = 4;
    private static final double[] STEPS = {0.5, 0.25, 0.1, 0.05};
    private static final int MOST_ROUNDS = 20;

    public Calibrating {
        doubtful = List.copyOf(doubtful);
    }

    /**
     * Fits what was measured.
     *
     * @throws CalibrationException where the patches are too few, or of several structures
     */
    public static Calibrating of(String name, List<MeasuredPatch> patches) throws CalibrationException {
        if (patches.size() < FEWEST) {
            throw new CalibrationException(
                    patches.size() + " measured patches are too few: a calibration takes " + FEWEST,
                    "fill in measured_L, measured_a and measured_b of more patches, best of all");
        }
        StructureKind structure = patches.get(0).structure();
        for (MeasuredPatch patch : patches) {
            if (patch.structure() != structure) {
                throw new CalibrationException(
                        "line " + patch.line() + ": the structure is another one than in line "
                                + patches.get(0).line(),
                        "make a calibration for each blanket");
            }
        }
        Law best = laws(patches).stream()
                .min(Comparator.comparingDouble(law -> law.leftOut() / law.right()))
                .orElseThrow();
        YarnFit fit = new YarnFit(patches, best.law());
        Calibration.Quality quality =
                new Calibration.Quality(patches.size(), before(patches), fit.meanDifference(patches), best.leftOut());
        Calibration made = new Calibration(name, structure, best.law(), fit.tone(), fit.yarns(), quality);
        return new Calibrating(made, doubtful(patches, fit));
    }

    /** @param right what its error is divided by for the comparison: laws of less freedom have more right */
    private record Law(MixingLaw law, double leftOut, double right) {}

    private static List<Law> laws(List<MeasuredPatch> patches) {
        List<Law> laws = new ArrayList<>();
        double right = 1;
        for (int freedom = 0; freedom <= 2; freedom++) {
            MixingLaw law = fitted(patches, freedom);
            laws.add(new Law(law, leftOut(patches, law), right));
            right *= WORTH;
        }
        return laws;
    }

    /** @param freedom 0: none; 1: n; 2: n and spread */
    private static MixingLaw fitted(List<MeasuredPatch> patches, int freedom) {
        MixingLaw best = MixingLaw.PLAIN;
        double least = error(patches, best);
        for (double step : STEPS) {
            boolean better = freedom > 0;
            for (int round = 0; better && round < MOST_ROUNDS; round++) {
                better = false;
                for (MixingLaw tried : around(best, step, freedom)) {
                    double error = error(patches, tried);
                    if (error < least) {
                        least = error;
                        best = tried;
                        better = true;
                    }
                }
            }
        }
        return best;
    }

    private static List<MixingLaw> around(MixingLaw law, double step, int freedom) {
        List<MixingLaw> laws = new ArrayList<>();
        for (int n = -1; n <= 1; n++) {
            for (int spread = freedom < 2 ? 0 : -1; spread <= (freedom < 2 ? 0 : 1); spread++) {
                laws.add(new MixingLaw(
                        Math.max(MixingLaw.LEAST_SPREAD, Math.min(MixingLaw.MOST_SPREAD, law.spread() + spread * step)),
                        Math.max(1, Math.min(MixingLaw.MOST_N, law.n() + n * step))));
            }
        }
        return laws;
    }

    private static double error(List<MeasuredPatch> patches, MixingLaw law) {
        YarnFit fit = new YarnFit(patches, law);
        return patches.stream()
                .mapToDouble(patch -> Math.pow(fit.difference(patch), 2))
                .sum();
    }

    private static double leftOut(List<MeasuredPatch> patches, MixingLaw law) {
        double sum = 0;
        for (int at = 0; at < patches.size(); at++) {
            List<MeasuredPatch> others = new ArrayList<>(patches);
            MeasuredPatch left = others.remove(at);
            sum += new YarnFit(others, law).difference(left);
        }
        return sum / patches.size();
    }

    private static double before(List<MeasuredPatch> patches) {
        return patches.stream().mapToDouble(Calibrating::before).average().orElseThrow();
    }

    /** As the engine reckons without a calibration. */
    private static double before(MeasuredPatch patch) {
        double[] sum = new double[3];
        for (Map.Entry<Rgb, Double> yarn : patch.weights(MixingLaw.PLAIN).entrySet()) {
            double[] light = Lab.of(yarn.getKey()).linear();
            for (int channel = 0; channel < sum.length; channel++) {
                sum[channel] += yarn.getValue() * light[channel];
            }
        }
        return Lab.ofLinear(sum[0], sum[1], sum[2]).difference(patch.measured());
    }

    private static List<MeasuredPatch> doubtful(List<MeasuredPatch> patches, YarnFit fit) {
        double[] sorted = patches.stream().mapToDouble(fit::difference).sorted().toArray();
        double most = Math.max(FAR, TIMES * sorted[sorted.length / 2]);
        return patches.stream()
                .filter(patch -> fit.difference(Objects.requireNonNull(patch)) > most)
                .sorted(Comparator.comparingDouble(fit::difference).reversed())
                .toList();
    }
}
