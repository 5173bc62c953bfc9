package dev.shuttle.cli.sample;

import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Directions in degrees, clockwise from straight up. */
final class Angles {
    private Angles() {}

    /** Evenly spaced, the upper first, in mirrored pairs. */
    static double[] topDown(int count, double turned) {
        return IntStream.range(0, count)
                .mapToDouble(i -> Math.IEEEremainder(turned + i * 360.0 / count, 360))
                .boxed()
                .sorted(Comparator.comparingDouble(Math::abs))
                .flatMapToDouble(DoubleStream::of)
                .toArray();
    }
}
