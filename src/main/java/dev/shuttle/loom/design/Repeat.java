package dev.shuttle.loom.design;

/** How the point paper is repeated over the cloth 接回头; at the seams regions are counted across. */
public enum Repeat {
    /** Woven once. */
    NONE(1, 1, false, false),
    /** Side by side and one below the other 平接. */
    STRAIGHT(1, 1, false, false),
    /** Every column is lower than the one to its left, by half the height 二分之一跳接. */
    HALF_DROP(2, 1, false, false),
    THIRD_DROP(3, 1, false, false),
    QUARTER_DROP(4, 1, false, false),
    FIFTH_DROP(5, 1, false, false),
    /** Every row is further to the right than the one above it, by half the width 横跳接, as bricks lie. */
    HALF_BRICK(1, 2, false, false),
    THIRD_BRICK(1, 3, false, false),
    QUARTER_BRICK(1, 4, false, false),
    FIFTH_BRICK(1, 5, false, false),
    /** Turned over at every seam, so that edges meet themselves 四方对称. */
    MIRROR(1, 1, true, true),
    /** Turned over at the seams to the left and right alone 左右对称. */
    MIRROR_ACROSS(1, 1, true, false),
    /** Turned over at the seams above and below alone 上下对称. */
    MIRROR_DOWN(1, 1, false, true),
    /** Every second column stands on its head 一正一倒, so that the cloth has no up and down. */
    TURN(1, 1, false, false);

    private final int drops;
    private final int bricks;
    private final boolean across;
    private final boolean down;

    Repeat(int drops, int bricks, boolean across, boolean down) {
        this.drops = drops;
        this.bricks = bricks;
        this.across = across;
        this.down = down;
    }

    /** The part of the height by which a column is lower than the one before; 1: none. The height is a multiple of it. */
    public int drops() {
        return drops;
    }

    /** The part of the width by which a row is further right than the one above; 1: none. The width is a multiple of it. */
    public int bricks() {
        return bricks;
    }

    /** How many widths lie side by side until one comes again on the same height: so many times the hooks. */
    public int widths() {
        return across || this == TURN ? 2 : drops;
    }

    /** How many heights lie below one another until one comes again at the same place: so many times the picks. */
    public int heights() {
        return down ? 2 : bricks;
    }

    /** Whether all of a line lies at the same height of the motif, and each height comes as the first. */
    boolean keepsLines() {
        return drops == 1 && heights() == 1 && this != TURN;
    }

    /** Whether the tile of a column and row is turned over from left to right. */
    boolean isOver(int column) {
        return (across || this == TURN) && (column & 1) == 1;
    }

    /** Whether it is turned upside down. */
    boolean isUpsideDown(int column, int row) {
        return down ? (row & 1) == 1 : this == TURN && (column & 1) == 1;
    }

    /** How a point paper of {@code ends} by {@code lines} lies on the cloth; woven once it is taken as straight. */
    public Tiling tiling(int ends, int lines) {
        return new Tiling(ends, lines, this);
    }
}
