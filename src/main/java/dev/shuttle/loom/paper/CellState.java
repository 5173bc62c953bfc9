package dev.shuttle.loom.paper;

/** How a cell's colour was found. */
enum CellState {
    /** It is one of the paper's. */
    EXACT,
    /** It is so near to one of them alone that only a conversion of the whole file can have moved it. */
    NEAR,
    /** It is a mixture of two that lie beside it; it has that of them which is nearer. */
    BLENDED,
    /** It has the most similar colour because the user wants that. */
    SNAPPED,
    /** It is none of the paper's. */
    FOREIGN,
    /** Nothing was painted there. */
    TRANSPARENT;

    private static final CellState[] ALL = values();

    byte code() {
        return (byte) ordinal();
    }

    static CellState of(byte code) {
        return ALL[code];
    }
}
