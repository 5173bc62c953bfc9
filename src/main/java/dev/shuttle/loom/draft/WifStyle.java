package dev.shuttle.loom.draft;

/** How a WIF says what is lifted; programs differ in what they can read. */
public enum WifStyle {
    /** LIFTPLAN, and TIEUP with TREADLING too where 64 treadles suffice: what most programs read. */
    BOTH,
    /** LIFTPLAN alone, without treadles: what pyweaving reads. */
    LIFTPLAN,
    /** TIEUP and TREADLING alone. */
    TREADLES
}
