package dev.shuttle.loom.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Pick densities along the length as they are wished, from the top: each for so many centimetres or lines or such a share of the
 * height, one at most for what is left.
 */
public final class Along {
    /** How much closer lines may lie in one part than in another. */
    public static final double MOST_RATIO = 5;

    private Along() {}

    /**
     * One of them; what says how long it is, is null but for one, or all three.
     *
     * @param share of the height, 0 to 1
     * @param perCm lines a cm
     */
    public record Part(
            @Nullable Double cm,
            @Nullable Integer lines,
            @Nullable Double share,
            double perCm) {
        private boolean isRest() {
            return cm == null && lines == null && share == null;
        }

        /** Height that does not depend on the whole. */
        private double fixed() {
            return cm != null ? cm : lines != null ? lines / perCm : 0;
        }
    }

    /** The height that the parts say themselves, cm; 0 where they are shares of another, or one takes the rest. */
    private static double own(List<Part> parts) {
        double fixed = sum(parts, Part::fixed);
        double shares = shares(parts);
        return rest(parts) != null || fixed == 0 || shares >= 1 ? 0 : fixed / (1 - shares);
    }

    private static double shares(List<Part> parts) {
        return sum(parts, part -> part.share() == null ? 0 : part.share());
    }

    private static double sum(List<Part> parts, ToDoubleFunction<Part> of) {
        return parts.stream().mapToDouble(of).sum();
    }

    private static @Nullable Part rest(List<Part> parts) {
        return parts.stream().filter(Part::isRest).findFirst().orElse(null);
    }

    /**
     * The height of a cloth.
     *
     * @param said cm; null where nobody says
     * @param picks its lines; null likewise
     * @param usual cm, where neither is said and the parts do not say it themselves
     */
    static double height(List<Part> parts, @Nullable Double said, @Nullable Integer picks, double usual) {
        double own = own(parts);
        if (own > 0) {
            return own;
        }
        if (said != null || picks == null) {
            return said != null ? said : usual;
        }
        Part rest = rest(parts);
        double perCm = sum(parts, part -> part.share() == null ? 0 : part.share() * part.perCm());
        double fixed = sum(parts, part -> part.fixed() * part.perCm());
        if (rest != null) {
            fixed -= sum(parts, Part::fixed) * rest.perCm();
            perCm += (1 - shares(parts)) * rest.perCm();
        }
        return (picks - fixed) / perCm;
    }

    /** Lines a cm on average, of a cloth of which nobody says how high it is: the rest's where others have lengths of their own. */
    static double mean(List<Part> parts) {
        Part rest = rest(parts);
        if (rest != null && sum(parts, Part::fixed) > 0) {
            return rest.perCm();
        }
        double height = isOwn(parts) ? own(parts) : 1;
        double left = 1 - shares(parts);
        return sum(
                        parts,
                        part -> part.perCm()
                                * (part.isRest() ? left : part.share() != null ? part.share() * height : part.fixed()))
                / height;
    }

    /** Whether the parts say themselves how high the cloth is. */
    public static boolean isOwn(List<Part> parts) {
        return own(parts) > 0;
    }

    /** The same in lines, for a cloth of this height, cm. */
    static List<Stretch> stretches(List<Part> parts, double height) {
        double left = height - sum(parts, Part::fixed) - shares(parts) * height;
        if (!(height > 0) || (rest(parts) != null && left <= 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "densities: the parts that say how long they are take %.2f cm, and the cloth has %.2f: nothing is left"
                            + " for the rest",
                    height - left,
                    height));
        }
        List<Stretch> stretches = new ArrayList<>();
        double all = 0;
        for (Part part : parts) {
            double cm = part.isRest() ? left : part.share() != null ? part.share() * height : part.fixed();
            double wanted = part.lines() != null ? part.lines() : cm * part.perCm();
            all += wanted;
            if (all > Grid.MOST_CELLS) {
                throw new IllegalArgumentException(
                        "densities: the parts have more lines than the " + Grid.MOST_CELLS + " cells of any cloth");
            }
            int lines = (int) Math.round(wanted);
            boolean isFree = part.isRest() || part.share() != null;
            stretches.add(new Stretch(Math.max(1, lines), part.perCm(), isFree));
        }
        return stretches;
    }
}
