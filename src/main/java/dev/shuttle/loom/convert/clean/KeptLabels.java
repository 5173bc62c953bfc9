package dev.shuttle.loom.convert.clean;

import java.util.BitSet;

/** Labels of which not a cell is given away: those of protected colours. */
public final class KeptLabels {
    /** All may be given away. */
    public static final KeptLabels NONE = new KeptLabels(new BitSet());

    private final BitSet labels;

    private KeptLabels(BitSet labels) {
        this.labels = labels;
    }

    /** These. */
    public static KeptLabels of(BitSet labels) {
        return new KeptLabels((BitSet) labels.clone());
    }

    /** Whether it is one of them; what is beyond a map's border is not. */
    boolean has(int label) {
        return label >= 0 && labels.get(label);
    }
}
