package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Moves the colours of yarns that may have any, one after another and by ever smaller steps, as long as that serves the colours that
 * a picture asks for. A yarn that serves several, alone or with another line by line, so comes to lie between them.
 */
final class YarnTuning {
    /** Steps in CIELAB, one after another. */
    private static final double[] STEPS = {8, 4, 2, 1};

    private static final int ROUNDS = 4;
    private static final double WORTH = 1e-6;

    private final Structure structure;
    private final Rgb binder;
    private final Mixing mixing;
    private final Lab[] wanted;
    private final double[] weights;

    private final Rgb[] yarns;
    private final Light[] lights;
    private final double[][][] losses;

    /**
     * @param wanted colours of the picture
     * @param weights how much each counts
     * @param yarns to begin with
     */
    YarnTuning(Structure structure, Dyes dyes, List<Lab> wanted, double[] weights, List<Rgb> yarns) {
        this.structure = structure;
        this.binder = dyes.binder();
        this.mixing = dyes.mixing();
        this.wanted = wanted.toArray(Lab[]::new);
        this.weights = weights;
        this.yarns = yarns.toArray(Rgb[]::new);
        this.lights = new Light[this.yarns.length];
        this.losses = new double[this.yarns.length][this.yarns.length][];
        Arrays.setAll(lights, yarn -> woven(this.yarns[yarn]));
        for (int yarn = 0; yarn < lights.length; yarn++) {
            renew(yarn);
        }
    }

    /** The yarns, as good as steps make them. */
    List<Rgb> tuned() {
        double least = loss();
        for (double step : STEPS) {
            for (int round = 0; round < ROUNDS; round++) {
                double before = least;
                for (int yarn = 0; yarn < yarns.length; yarn++) {
                    least = moved(yarn, step, least);
                }
                if (before - least < WORTH) {
                    break;
                }
            }
        }
        return new ArrayList<>(Arrays.asList(yarns));
    }

    private double moved(int yarn, double step, double before) {
        double least = before;
        for (int way = 0; way < 6; way++) {
            double by = way % 2 == 0 ? step : -step;
            Lab at = Lab.of(yarns[yarn]);
            Rgb tried = new Lab(
                            at.lightness() + (way / 2 == 0 ? by : 0),
                            at.a() + (way / 2 == 1 ? by : 0),
                            at.b() + (way / 2 == 2 ? by : 0))
                    .rgb();
            Rgb old = yarns[yarn];
            if (specks(tried) > Math.max(Dyes.SEEN, specks(old))) {
                continue;
            }
            put(yarn, tried);
            double loss = loss();
            if (loss < least - WORTH) {
                least = loss;
            } else {
                put(yarn, old);
            }
        }
        return least;
    }

    /** How far the yarn is seen apart from the specks in it. */
    private double specks(Rgb yarn) {
        return Lab.of(woven(yarn).rgb()).difference(Lab.of(yarn));
    }

    private void put(int yarn, Rgb colour) {
        yarns[yarn] = colour;
        lights[yarn] = woven(colour);
        renew(yarn);
    }

    private Light woven(Rgb yarn) {
        return WovenColours.figure(structure, binder, yarn, mixing);
    }

    private void renew(int yarn) {
        for (int other = 0; other < yarns.length; other++) {
            double[] of = other == yarn
                    ? YarnColours.differences(Lab.of(lights[yarn].rgb()), wanted)
                    : YarnColours.faint(
                            Lab.of(mixing.mixed(lights[yarn], lights[other], 0.5)
                                    .rgb()),
                            Lab.of(yarns[yarn]),
                            Lab.of(yarns[other]),
                            wanted);
            losses[yarn][other] = of;
            losses[other][yarn] = of;
        }
    }

    private double loss() {
        double sum = 0;
        for (int colour = 0; colour < wanted.length; colour++) {
            double least = Double.MAX_VALUE;
            for (int a = 0; a < yarns.length; a++) {
                for (int b = a; b < yarns.length; b++) {
                    least = Math.min(least, losses[a][b][colour]);
                }
            }
            sum += weights[colour] * YarnColours.missed(least);
        }
        return sum;
    }
}
