package dev.shuttle.loom.weave;

import org.jspecify.annotations.Nullable;

/**
 * What each cell of a point paper shall show, in the words of a structure: the level of a shaded satin, else the weft (or,
 * where the warp shows, the warp's colour) that lies on the face.
 */
public final class FaceMap {
    private final int ends;
    private final int lines;
    private final byte[] faces;
    private final byte @Nullable [] weaves;

    /** Takes over {@code faces}: one byte a cell, row after row from the top. */
    public FaceMap(int ends, int lines, byte[] faces) {
        this(ends, lines, faces, null);
    }

    /**
     * Takes over what it is given.
     *
     * @param weaves with what weave each cell shows its face, by the structure's {@link FaceWeaves}: 0 the structure's own,
     *     else a weave's number from 1; null where all have the structure's own
     */
    public FaceMap(int ends, int lines, byte[] faces, byte @Nullable [] weaves) {
        if (weaves != null && weaves.length != faces.length) {
            throw new IllegalArgumentException(weaves.length + " weaves for " + faces.length + " faces");
        }
        if (ends < 1 || lines < 1 || faces.length != (long) ends * lines) {
            throw new IllegalArgumentException(faces.length + " faces are not " + ends + " by " + lines);
        }
        this.ends = ends;
        this.lines = lines;
        this.faces = faces;
        this.weaves = weaves;
    }

    public int ends() {
        return ends;
    }

    public int lines() {
        return lines;
    }

    /** 0 to 255. */
    public int at(int end, int line) {
        return faces[line * ends + end] & 255;
    }

    /** The number of a cell's weave; 0 where it has the structure's own. */
    public int weave(int end, int line) {
        return weaves == null ? 0 : weaves[line * ends + end] & 255;
    }

    /** Ends become lines. */
    FaceMap transposed() {
        byte[] turned = new byte[faces.length];
        for (int line = 0; line < lines; line++) {
            for (int end = 0; end < ends; end++) {
                turned[end * lines + line] = faces[line * ends + end];
            }
        }
        return new FaceMap(lines, ends, turned);
    }

    /** The map itself, once it is known to fit. */
    FaceMap fitting(Structure structure) {
        if (ends % structure.endsRepeat() != 0 || lines % structure.linesRepeat() != 0) {
            throw new IllegalArgumentException(ends + " ends by " + lines + " lines are no multiple of the weave's "
                    + structure.endsRepeat() + " by " + structure.linesRepeat());
        }
        for (byte face : faces) {
            if ((face & 255) < structure.leastFace() || (face & 255) > structure.mostFace()) {
                throw new IllegalArgumentException("the weave has faces " + structure.leastFace() + " to "
                        + structure.mostFace() + ", not " + (face & 255));
            }
        }
        return this;
    }
}
