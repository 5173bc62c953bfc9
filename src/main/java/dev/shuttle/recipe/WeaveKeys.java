package dev.shuttle.recipe;

import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import org.jspecify.annotations.Nullable;

/** What tickets and presets alike say of the weave; null leaves a value as it is. */
public record WeaveKeys(
        @Nullable Structure structure,
        @Nullable Satin satin,
        @Nullable Wefts wefts,
        @Nullable Integer boxes,
        @Nullable ChangingWefts changing,
        @Nullable Edges selvedge,
        @Nullable Integer floatLimit) {
    /** A preset's or a ticket's. */
    public static WeaveKeys of(Written written) {
        String structure = written.text("structure");
        return new WeaveKeys(
                structure == null ? null : Structure.of(structure),
                Satin.of(written.part("satin")),
                written.wefts("wefts"),
                written.whole("boxes"),
                ChangingWefts.of(written.part("changing")),
                Edges.of(written.part("selvedge")),
                written.whole("float_limit"));
    }

    /**
     * The usual weave with these values in it; null where none is wanted. Another structure does not take over the usual
     * one's satin and wefts.
     */
    @Nullable
    WeaveOrder over(@Nullable WeaveOrder usual) {
        StructureKind kind = structure != null ? structure.kind() : usual == null ? null : usual.kind();
        if (kind == null) {
            return null;
        }
        WeaveOrder before = usual != null && usual.kind() == kind ? usual : WeaveOrder.of(kind);
        return new WeaveOrder(
                kind,
                satin == null ? before.satin() : new dev.shuttle.loom.weave.Satin(satin.ends(), satin.step()),
                wefts == null ? before.wefts() : wefts.count(),
                floatLimit == null ? before.floatLimit() : floatLimit,
                changing == null ? before.changing() : changing.order(),
                selvedge != null ? selvedge.selvedge() : usual == null ? null : usual.selvedge(),
                boxes != null ? boxes : usual == null ? WeaveOrder.USUAL_BOXES : usual.boxes(),
                false);
    }
}
