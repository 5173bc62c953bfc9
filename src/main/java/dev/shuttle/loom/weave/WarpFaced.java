package dev.shuttle.loom.weave;

/**
 * Warp-faced compound cloth, jin 经锦: the weft-faced cloth turned by a quarter and seen from the other side. Each end of
 * the point paper is a group of {@code warps} ends, one of each colour, of which the main wefts bring one to the face;
 * binding wefts hold them. A face is the warp that shows. Weft 0 is the main weft, weft 1 the binding weft, one after each
 * {@code binding.mains()} main wefts.
 */
public record WarpFaced(Binding binding, int warps) implements Structure {
    /** As samitum has it, with a tabby: what the old silks show. */
    public static WarpFaced of(int warps) {
        return new WarpFaced(new Binding(1, 2), warps);
    }

    private WeftFaced turned() {
        return new WeftFaced(binding, warps);
    }

    @Override
    public int leastFace() {
        return 0;
    }

    @Override
    public int mostFace() {
        return warps - 1;
    }

    @Override
    public int endsRepeat() {
        return turned().linesRepeat();
    }

    @Override
    public int linesRepeat() {
        return turned().endsRepeat();
    }

    @Override
    public int hooksPerEnd() {
        return warps;
    }

    @Override
    public FloatBounds bounds() {
        return turned().bounds().turned();
    }

    @Override
    public LiftPlan weave(FaceMap map) {
        map.fitting(this);
        BitGrid lifted = turned().weave(map.transposed()).cloth().complemented().transposed();
        byte[] wefts = new byte[lifted.rows()];
        for (int row = 0; row < wefts.length; row++) {
            wefts[row] = (byte) (row % (binding.mains() + 1) == binding.mains() ? 1 : 0);
        }
        return LiftPlan.of(lifted, new PickPlan(wefts));
    }
}
