package dev.shuttle.loom.paper;

/** How a cell's colour was found. */
enum CellState {
    /** It is one of the paper's. */
    EXACT(0),
    /** It is so near to one of them alone that only a conversion of the whole file can have moved it. */
    NEAR(1),
    /** It is a mixture of two that lie beside it; it has that of them which is nearer. */
    BLENDED(2),
    /** It has the most similar colour because the user wants that. */
    SNAPPED(3),
    /** It is none of the paper's. */
    FOREIGN(4),
    /** Nothing was painted there. */
    TRANSPARENT(5);

    private static final CellState[] BY_CODE = values();

    static {
        for (CellState state : values()) {
            BY_CODE[state.code] = state;
        }
    }

    private final byte code;

    CellState(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static CellState of(byte code) {
        return BY_CODE[code];
    }
}
