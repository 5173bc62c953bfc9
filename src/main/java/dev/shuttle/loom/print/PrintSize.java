package dev.shuttle.loom.print;

/** The sheets that a point paper is printed on. */
public enum PrintSize {
    A4(210, 297),
    A3(297, 420),
    A2(420, 594),
    A1(594, 841),
    A0(841, 1189),
    /** From a roll of 36 inches, as long as need be; PDF has no longer page than five metres. */
    ROLL(914, 5000),
    /** The whole paper on one sheet A4, in cells as small as that takes. */
    OVERVIEW(210, 297);

    private static final float MM = 72 / 25.4f;

    private final int widthMm;
    private final int heightMm;

    PrintSize(int widthMm, int heightMm) {
        this.widthMm = widthMm;
        this.heightMm = heightMm;
    }

    /** The shorter side, points. */
    float width() {
        return widthMm * MM;
    }

    /** The longer side, points. */
    float height() {
        return heightMm * MM;
    }
}
