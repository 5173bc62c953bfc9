package dev.shuttle.loom.design;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the cloth; what is not follows from the picture's proportion (height / width on the cloth is height /
 * width of the picture, point paper rules).
 *
 * @param widthCm of the motif on the cloth, cm
 * @param heightCm likewise
 * @param endsPerCm warp density on the face
 * @param picksPerCm lines of the point paper per cm: with several wefts, all picks of one line count once
 * @param ends width of the point paper in ends
 * @param picks height of the point paper in lines
 * @param hooks that the machine has for the figure; where nothing says how wide, all of them are used
 * @param densities along the length, from the top, in place of {@code picksPerCm}; empty where it does not change
 */
public record Fabric(
        @Nullable Double widthCm,
        @Nullable Double heightCm,
        @Nullable Double endsPerCm,
        @Nullable Double picksPerCm,
        @Nullable Integer ends,
        @Nullable Integer picks,
        @Nullable Integer hooks,
        List<Along.Part> densities) {

    public Fabric {
        densities = List.copyOf(densities);
        positive("width_cm", widthCm);
        positive("height_cm", heightCm);
        positive("ends_per_cm", endsPerCm);
        positive("picks_per_cm", picksPerCm);
        positive("ends", ends);
        positive("picks", picks);
        positive("hooks", hooks);
        if (ends != null && hooks != null && ends > hooks) {
            throw new IllegalArgumentException(ends + " ends need more than the machine's " + hooks + " hooks");
        }
    }

    /** As dense along the whole length. */
    public Fabric(
            @Nullable Double widthCm,
            @Nullable Double heightCm,
            @Nullable Double endsPerCm,
            @Nullable Double picksPerCm,
            @Nullable Integer ends,
            @Nullable Integer picks,
            @Nullable Integer hooks) {
        this(widthCm, heightCm, endsPerCm, picksPerCm, ends, picks, hooks, List.of());
    }

    /** On a machine of any width. */
    public Fabric(
            @Nullable Double widthCm,
            @Nullable Double heightCm,
            @Nullable Double endsPerCm,
            @Nullable Double picksPerCm,
            @Nullable Integer ends,
            @Nullable Integer picks) {
        this(widthCm, heightCm, endsPerCm, picksPerCm, ends, picks, null);
    }

    private static void positive(String name, @Nullable Number value) {
        if (value != null && !(value.doubleValue() > 0)) {
            throw new IllegalArgumentException(name + " must be above 0, not " + value);
        }
    }

    /** Only densities: the size is that at which one end is one pixel across. */
    public static Fabric ofDensity(double endsPerCm, double picksPerCm) {
        return new Fabric(null, null, endsPerCm, picksPerCm, null, null);
    }

    /** The grid for a picture of {@code width} by {@code height} pixels. */
    public Grid grid(int width, int height) {
        if (!densities.isEmpty()) {
            return changing(width, height);
        }
        Density density = density();
        double cell = density.cellProportion();
        double across = across();
        double down = down(density);
        if (across <= 0) {
            across = down > 0 ? down * width * cell / height : width;
        }
        if (down <= 0) {
            down = across * height / (width * cell);
        }
        return new Grid(threads(across), threads(down), density);
    }

    /** As dense along the whole length as this is on average, whatever is woven. */
    public Fabric even() {
        return densities.isEmpty()
                ? this
                : new Fabric(widthCm, heightCm, warp(), Along.mean(densities), ends, picks, hooks);
    }

    /** The density on average, whatever is woven. */
    public Density average() {
        return even().density();
    }

    private double warp() {
        Double said = endsPerCm != null ? endsPerCm : ratio(ends, widthCm);
        return said != null ? said : densities.get(0).perCm();
    }

    private Grid changing(int width, int height) {
        double warp = warp();
        double across = ends != null ? ends : widthCm != null ? widthCm * warp : 0;
        boolean isHigh = heightCm != null || picks != null || Along.isOwn(densities);
        if (across <= 0 && hooks != null && !isHigh) {
            across = hooks;
        }
        double usual = (across > 0 ? across : width) / warp * height / width;
        double cm = Along.height(densities, heightCm, picks, usual);
        List<Stretch> stretches = Along.stretches(densities, cm);
        // each stretch is rounded by itself, and together they need not be as many as are said
        int lines = picks != null && !Along.isOwn(densities)
                ? picks
                : stretches.stream().mapToInt(Stretch::lines).sum();
        double own = across > 0 ? across : isHigh ? cm * width / height * warp : width;
        return new Grid(threads(own), lines, Density.of(warp, stretches));
    }

    private static int threads(double count) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(count)));
    }

    private Density density() {
        Double warp = endsPerCm != null ? endsPerCm : ratio(ends, widthCm);
        Double weft = picksPerCm != null ? picksPerCm : ratio(picks, heightCm);
        if (warp == null && weft == null) {
            return Density.SQUARE;
        }
        double known = warp != null ? warp : weft == null ? 1 : weft;
        return new Density(warp != null ? warp : known, weft != null ? weft : known);
    }

    private static @Nullable Double ratio(@Nullable Integer threads, @Nullable Double cm) {
        return threads == null || cm == null ? null : Double.valueOf(threads / cm);
    }

    /** Ends, or 0 where nothing says how many. */
    private double across() {
        if (ends == null && widthCm == null) {
            return hooks != null && heightCm == null && picks == null ? hooks : 0;
        }
        return ends != null ? ends : Objects.requireNonNull(widthCm) * density().endsPerCm();
    }

    private double down(Density density) {
        return picks != null ? picks : heightCm != null ? heightCm * density.linesPerCm() : 0;
    }
}
