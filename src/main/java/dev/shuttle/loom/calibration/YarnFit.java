package dev.shuttle.loom.calibration;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.MixingLaw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The yarns that fit some patches best under one law. In the law's measure mixtures are linear, so that it is one weighted least
 * squares problem a channel; a yarn that hardly shows is held near its colour on the card.
 */
final class YarnFit {
    private static final int CHANNELS = 3;
    /** What a yarn's colour on the card counts beside a patch that is all of it. */
    private static final double CARD = 0.02;

    private static final double DARKEST = 0.02;

    private final MixingLaw law;
    private final double tone;
    private final Map<Rgb, double[]> yarns = new LinkedHashMap<>();

    YarnFit(List<MeasuredPatch> patches, MixingLaw law) {
        this.law = law;
        this.tone = tone(patches);
        Set<Rgb> names = new LinkedHashSet<>();
        patches.forEach(patch -> names.addAll(patch.weights(law).keySet()));
        List<Rgb> all = new ArrayList<>(names);
        double[][] channels = new double[CHANNELS][];
        for (int channel = 0; channel < CHANNELS; channel++) {
            channels[channel] = solved(all, patches, channel);
        }
        for (int i = 0; i < all.size(); i++) {
            double[] light = new double[CHANNELS];
            for (int channel = 0; channel < CHANNELS; channel++) {
                light[channel] = law.light(Math.max(0, Math.min(1, channels[channel][i])));
            }
            yarns.put(all.get(i), light);
        }
    }

    /** Luminance as measured by that of the card, of all patches together. */
    private static double tone(List<MeasuredPatch> patches) {
        double measured = 0;
        double card = 0;
        for (MeasuredPatch patch : patches) {
            measured += luminance(patch.measured().linear());
            for (Map.Entry<Rgb, Double> yarn : patch.weights(MixingLaw.PLAIN).entrySet()) {
                card += yarn.getValue() * luminance(Lab.of(yarn.getKey()).linear());
            }
        }
        return Math.max(0.25, Math.min(4, measured / Math.max(1e-6, card)));
    }

    private static double luminance(double[] linear) {
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private double[] solved(List<Rgb> all, List<MeasuredPatch> patches, int channel) {
        int size = all.size();
        double[][] normal = new double[size][size + 1];
        for (int i = 0; i < size; i++) {
            double card = measure(tone * Lab.of(all.get(i)).linear()[channel]);
            double weight = CARD * steepness(card);
            normal[i][i] += weight * weight;
            normal[i][size] += weight * weight * card;
        }
        for (MeasuredPatch patch : patches) {
            double wanted = measure(patch.measured().linear()[channel]);
            double weight = steepness(wanted) * steepness(wanted);
            Map<Rgb, Double> seen = patch.weights(law);
            for (Map.Entry<Rgb, Double> one : seen.entrySet()) {
                double[] row = normal[all.indexOf(one.getKey())];
                for (Map.Entry<Rgb, Double> other : seen.entrySet()) {
                    row[all.indexOf(other.getKey())] += weight * one.getValue() * other.getValue();
                }
                row[size] += weight * one.getValue() * wanted;
            }
        }
        return eliminated(normal);
    }

    private double measure(double light) {
        return law.measure(Math.max(0, Math.min(1, light)));
    }

    /** How much the eye sees of a small difference in the law's measure: the slope of its cube root of light. */
    private double steepness(double measure) {
        return law.n() / 3 * Math.pow(Math.max(DARKEST, measure), law.n() / 3 - 1);
    }

    /** Gauss and Jordan; the matrix is positive definite, so its diagonal serves. */
    private static double[] eliminated(double[][] rows) {
        int size = rows.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = 0; row < size; row++) {
                double factor = row == pivot ? 0 : rows[row][pivot] / rows[pivot][pivot];
                for (int column = pivot; factor != 0 && column <= size; column++) {
                    rows[row][column] -= factor * rows[pivot][column];
                }
            }
        }
        double[] solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = rows[i][size] / rows[i][i];
        }
        return solution;
    }

    double tone() {
        return tone;
    }

    /** The yarns by their colours on the card. */
    Map<Rgb, Lab> yarns() {
        Map<Rgb, Lab> labs = new LinkedHashMap<>();
        yarns.forEach((yarn, light) -> labs.put(yarn, Lab.ofLinear(light[0], light[1], light[2])));
        return labs;
    }

    /** What a patch should look like; yarns that were not among those fitted have the card's colour in this light. */
    Lab predicted(MeasuredPatch patch) {
        double[] sum = new double[CHANNELS];
        patch.weights(law).forEach((yarn, weight) -> {
            double[] known = yarns.get(yarn);
            double[] light = known == null ? Lab.of(yarn).linear() : known;
            double factor = known == null ? tone : 1;
            for (int channel = 0; channel < CHANNELS; channel++) {
                sum[channel] += weight * measure(factor * light[channel]);
            }
        });
        return Lab.ofLinear(law.light(sum[0]), law.light(sum[1]), law.light(sum[2]));
    }

    /** CIEDE2000 between what was measured and what is predicted. */
    double difference(MeasuredPatch patch) {
        return predicted(patch).difference(patch.measured());
    }

    double meanDifference(List<MeasuredPatch> patches) {
        return patches.stream().mapToDouble(this::difference).average().orElse(0);
    }
}
