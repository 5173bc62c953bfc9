package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Rgb;

/**
 * What one colour of the point paper becomes in the cloth 铺组织.
 *
 * @param index the colour's index in the point paper
 * @param asked its colour there
 * @param woven what yarns and binding points give, mixed as light
 * @param difference CIEDE2000 between the two
 * @param lost the share of its cells whose own thread is further than {@link #LOST} from what was asked, 0 to 1
 * @param face what lies on the face
 * @param weave the number of the weave it lies there in, by the structure's; 0: the structure's own
 */
public record Filling(int index, Rgb asked, Rgb woven, double difference, double lost, Face face, int weave) {
    /** A cell woven further than this (CIEDE2000) from its colour in the point paper shows another colour. */
    public static final double LOST = 10;

    /** In the structure's own weave. */
    public Filling(int index, Rgb asked, Rgb woven, double difference, double lost, Face face) {
        this(index, asked, woven, difference, lost, face, 0);
    }

    /** All cells alike. */
    public Filling(int index, Rgb asked, Rgb woven, double difference, Face face) {
        this(index, asked, woven, difference, difference > LOST ? 1 : 0, face);
    }

    /** What lies on the face where a colour is filled. */
    public sealed interface Face permits Level, Pure, Mixture, Bobbin {}

    /**
     * A level of a shaded satin.
     *
     * @param level ends over the pick, of the satin's; between two whole numbers both are scattered in that proportion
     */
    public record Level(double level) implements Face {}

    /**
     * One thread of a line: a weft, or a warp of a group. Where the structure has a ground, 0 is the ground, and the number of
     * wefts is the ground's weft as figure.
     *
     * @param thread from 0
     */
    public record Pure(int thread) implements Face {}

    /**
     * A small bobbin of its own in each area.
     *
     * @param face the number of the face
     */
    public record Bobbin(int face, Rgb yarn) implements Face {}

    /**
     * Two threads, line by line.
     *
     * @param even on lines 0, 2 …
     * @param odd on lines 1, 3 …
     */
    public record Mixture(int even, int odd) implements Face {}
}
