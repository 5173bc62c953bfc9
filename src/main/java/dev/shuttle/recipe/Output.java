package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A file that a result may have beside the report and the original. */
public enum Output {
    /** The loom image as PNG; always there. */
    PNG,
    /** The loom image as BMP. */
    BMP,
    /** The loom image as TIFF. */
    TIF,
    /** The palette as table and for paint programs. */
    PALETTE,
    /** The cloth in true proportion. */
    PREVIEW,
    /** Source beside result. */
    COMPARE,
    /** Three by three repeats, where the motif is repeated at all. */
    REPEAT,
    /** Point paper to print. */
    PDF,
    /** The work sheet 工艺单. */
    WORKSHEET,
    /** One bit a hook and pick, and which weft each pick throws. */
    LIFTPLAN,
    /** The Weaving Information File, where shafts suffice. */
    WIF,
    /** The same for Fiberworks. */
    DTX,
    /** A lift plan for each weft alone. */
    SEPARATIONS,
    /** An experiment: the lift plan for controllers that read JC5. */
    JC5,
    /** Floats over the limit. */
    FLOATS,
    /** The loom image in colours that nobody mistakes for one another, for painting. */
    FALSE_COLOURS;

    /** What a job leaves where its ticket names nothing. */
    public static final Set<Output> USUAL =
            Set.copyOf(EnumSet.of(PNG, BMP, PALETTE, PREVIEW, COMPARE, REPEAT, PDF, WORKSHEET, LIFTPLAN, WIF, FLOATS));

    /** Whether it is made of the weave, and so is there only where a structure is chosen. */
    public boolean isOfTheWeave() {
        return switch (this) {
            case WORKSHEET, LIFTPLAN, WIF, DTX, SEPARATIONS, JC5, FLOATS -> true;
            default -> false;
        };
    }

    /** As tickets write it. */
    @JsonValue
    public String word() {
        return Word.of(this);
    }

    @JsonCreator
    static Output of(String word) {
        return Word.value(Output.class, word);
    }

    static List<Output> of(List<String> words) {
        return words.stream().map(Output::of).toList();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Output::word).toList();
    }
}
