package dev.shuttle.loom.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How close the yarns of a point paper lie: its cells are 1/{@code endsPerCm} wide and, on average, 1/{@code linesPerCm} high.
 * Where no fabric is named the values say only that the cells are square.
 *
 * @param linesPerCm lines by height: where the density changes along the length, so many as give the same height
 * @param stretches of the densities along the length, from the top; empty where it does not change
 */
public record Density(double endsPerCm, double linesPerCm, List<Stretch> stretches) {
    /** 72 an inch each way: what programs assume of a picture that says nothing. */
    public static final Density SQUARE = new Density(72 / 2.54, 72 / 2.54);

    public Density {
        stretches = List.copyOf(stretches);
        if (!(endsPerCm > 0 && linesPerCm > 0 && endsPerCm <= 10_000 && linesPerCm <= 10_000)) {
            throw new IllegalArgumentException("threads per cm above 0, not " + endsPerCm + " and " + linesPerCm);
        }
    }

    /** The same along the whole length. */
    public Density(double endsPerCm, double linesPerCm) {
        this(endsPerCm, linesPerCm, List.of());
    }

    /** One that changes along the length. */
    public static Density of(double endsPerCm, List<Stretch> stretches) {
        int lines = stretches.stream().mapToInt(Stretch::lines).sum();
        double cm = stretches.stream().mapToDouble(Stretch::cm).sum();
        return new Density(endsPerCm, lines / cm, stretches);
    }

    /** Height of a cell as a multiple of its width, on average. */
    public double cellProportion() {
        return endsPerCm / linesPerCm;
    }

    /** Whether it is the same along the whole length. */
    public boolean isEven() {
        return stretches.isEmpty();
    }

    /** Its average, along the whole length. */
    public Density even() {
        return isEven() ? this : new Density(endsPerCm, linesPerCm);
    }

    /** The density at a line, from 0, from the top. */
    public double linesPerCm(int line) {
        int below = 0;
        for (Stretch stretch : stretches) {
            below += stretch.lines();
            if (line < below) {
                return stretch.linesPerCm();
            }
        }
        return isEven() ? linesPerCm : stretches.get(stretches.size() - 1).linesPerCm();
    }

    /** The greatest along the length. */
    public double mostLinesPerCm() {
        return stretches.stream().mapToDouble(Stretch::linesPerCm).max().orElse(linesPerCm);
    }

    /** How far below the top edge a place lies that so many lines are above, cm. */
    public double cm(double lines) {
        double cm = 0;
        double left = lines;
        for (Stretch stretch : stretches) {
            double of = Math.min(left, stretch.lines());
            cm += of / stretch.linesPerCm();
            left -= of;
        }
        return isEven() ? lines / linesPerCm : cm;
    }

    /** How many lines lie above a place so far below the top edge. */
    public double lines(double cm) {
        double lines = 0;
        double left = cm;
        for (Stretch stretch : stretches) {
            double of = Math.min(left, stretch.cm());
            lines += of * stretch.linesPerCm();
            left -= of;
        }
        return isEven() ? cm * linesPerCm : lines;
    }

    /** Of a design that stands so many times one below the other. */
    public Density repeated(int times) {
        return isEven()
                ? this
                : of(
                        endsPerCm,
                        Collections.nCopies(times, stretches).stream()
                                .flatMap(List::stream)
                                .toList());
    }

    /** Of so many lines from the top: others are cut off at the bottom, and what is added there is as dense as the last. */
    public Density ending(int lines) {
        if (isEven()) {
            return this;
        }
        List<Stretch> kept = new ArrayList<>();
        int left = lines;
        for (int i = 0; i < stretches.size() && left > 0; i++) {
            Stretch stretch = stretches.get(i);
            int own = i == stretches.size() - 1 ? left : Math.min(left, stretch.lines());
            kept.add(new Stretch(own, stretch.linesPerCm(), stretch.isFree()));
            left -= own;
        }
        return of(endsPerCm, kept);
    }

    /** For a design of so many lines: what is free of it gives, and all of it where nothing is. */
    public Density fitted(int lines) {
        int now = stretches.stream().mapToInt(Stretch::lines).sum();
        if (isEven() || now == lines) {
            return this;
        }
        int fixed = stretches.stream()
                .filter(stretch -> !stretch.isFree())
                .mapToInt(Stretch::lines)
                .sum();
        int free = now - fixed;
        boolean gives = free > 0 && lines - fixed >= free / 2;
        double factor = gives ? (double) (lines - fixed) / free : (double) lines / now;
        List<Stretch> fitted = new ArrayList<>();
        double wanted = 0;
        int set = 0;
        for (Stretch stretch : stretches) {
            wanted += gives && !stretch.isFree() ? stretch.lines() : factor * stretch.lines();
            int own = (int) Math.round(wanted) - set;
            if (own > 0) {
                fitted.add(new Stretch(own, stretch.linesPerCm(), stretch.isFree()));
                set += own;
            }
        }
        return of(endsPerCm, fitted);
    }
}
