package dev.shuttle.recipe;

import com.fasterxml.jackson.databind.util.StdConverter;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.draft.WifStyle;
import dev.shuttle.loom.weave.Satin;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tickets and presets alike say of the weave; null leaves a value as it is.
 *
 * @param brocading colours that small bobbins weave; empty leaves them as they are
 * @param figured whether weaves are named for colours, so that one warp and one weft are woven where no structure is named
 */
public record WeaveKeys(
        @Nullable StructureKind structure,
        @Nullable Satin satin,
        @Nullable Wefts wefts,
        @Nullable Integer boxes,
        @Nullable ChangingWefts changing,
        @Nullable Edges selvedge,
        @Nullable Integer floatLimit,
        boolean figured,
        List<Brocade> brocading) {
    /** A preset's or a ticket's. */
    public static WeaveKeys of(RawRecipe written) {
        String structure = written.text("structure");
        return new WeaveKeys(
                structure == null ? null : Word.value(StructureKind.class, structure),
                satin(written.part("satin")),
                written.wefts("wefts"),
                written.whole("boxes"),
                ChangingWefts.of(written.part("changing")),
                Edges.of(written.part("selvedge")),
                written.whole("float_limit"),
                !written.pairs("weaves").isEmpty(),
                Brocade.of(written.parts("brocading")));
    }

    /**
     * The usual weave with these values in it; null where none is wanted. Another structure does not take over the usual
     * one's satin and wefts.
     */
    @Nullable
    WeaveOrder over(@Nullable WeaveOrder usual) {
        StructureKind kind = structure != null
                ? structure
                : usual != null ? usual.kind() : figured ? StructureKind.SHADED_SATIN : null;
        if (kind == null || kind == StructureKind.NONE) {
            return null;
        }
        WeaveOrder before = usual != null && usual.kind() == kind ? usual : WeaveOrder.of(kind);
        WeaveOrder order = new WeaveOrder(
                kind,
                satin == null ? before.satin() : satin,
                wefts == null ? before.wefts() : wefts.count(),
                floatLimit == null ? before.floatLimit() : floatLimit,
                changing == null ? before.changing() : changing.order(),
                selvedge != null ? selvedge.selvedge() : usual == null ? null : usual.selvedge(),
                boxes != null ? boxes : usual == null ? WeaveOrder.USUAL_BOXES : usual.boxes(),
                false);
        return order.brocaded(brocading.isEmpty() ? before.brocading() : Brocade.brocaded(brocading));
    }

    static @Nullable Satin satin(@Nullable RawRecipe written) {
        return written == null
                ? null
                : new Satin(
                        Objects.requireNonNull(written.whole("ends")), Objects.requireNonNull(written.whole("step")));
    }

    /** What is wrong with a satin's ends and step together; null where they make a satin. */
    static @Nullable String satinContradiction(Map<String, Object> values) {
        int ends = (Integer) Objects.requireNonNull(values.get("ends"));
        List<Integer> steps = Satin.steps(ends);
        if (steps.isEmpty()) {
            return "there is no regular satin of " + ends + " ends";
        }
        return steps.contains(values.get("step")) ? null : "the steps of a satin of " + ends + " ends are " + steps;
    }

    /** The words of the key {@code structure}. */
    static List<String> structures() {
        return Arrays.stream(StructureKind.values()).map(Word::of).toList();
    }

    /** Reads {@code weft-backed} and the like; the engine does not know Jackson. */
    static final class StructureWord extends StdConverter<String, StructureKind> {
        @Override
        public StructureKind convert(String word) {
            return Word.value(StructureKind.class, word);
        }
    }

    /** The words of the key {@code wif}. */
    static List<String> wifs() {
        return Arrays.stream(WifStyle.values()).map(Word::of).toList();
    }

    /** Reads {@code treadles} and the like. */
    static final class WifWord extends StdConverter<String, WifStyle> {
        @Override
        public WifStyle convert(String word) {
            return Word.value(WifStyle.class, word);
        }
    }
}
