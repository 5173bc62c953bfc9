package dev.shuttle.loom.design;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.Binding;
import dev.shuttle.loom.weave.Lampas;
import dev.shuttle.loom.weave.Satin;
import dev.shuttle.loom.weave.Selvedge;
import dev.shuttle.loom.weave.ShadedSatin;
import dev.shuttle.loom.weave.Structure;
import dev.shuttle.loom.weave.WarpFaced;
import dev.shuttle.loom.weave.WeftBacked;
import dev.shuttle.loom.weave.WeftFaced;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The weave that a recipe asks for.
 *
 * @param satin what it is built on; null: the usual one
 * @param wefts on each line, for jin the warps in each group, 1 to 8; null: as few as show the colours, up to {@code boxes}
 * @param floatLimit the longest float wanted, in threads; null: the structure's own
 * @param changing wefts that change their yarn along the length; null: none does
 * @param selvedge the edges of the cloth; null: none
 * @param boxes the most wefts that the loom has, 2 to 8
 * @param calibration by which its colours are predicted; null: by the card and shares of the surface
 * @param counts of its yarns, as far as they are known: with them it is decided how many wefts have room
 * @param weaves of colours that are not to have the structure's own
 * @param brocading colours that small bobbins weave area by area 挖花, where there is a binding warp
 * @param open whether {@code wefts} of a settled order are only the most there may be, and are chosen once the point paper is known
 */
public record WeaveOrder(
        StructureKind kind,
        @Nullable Satin satin,
        @Nullable Integer wefts,
        @Nullable Integer floatLimit,
        @Nullable Changing changing,
        @Nullable Selvedge selvedge,
        int boxes,
        @Nullable Calibration calibration,
        YarnCounts counts,
        WeaveTable weaves,
        List<Brocaded> brocading,
        boolean open) {
    /** Of a rapier loom; a shuttle loom with two boxes on each side has 4. */
    public static final int USUAL_BOXES = WeftBacked.MOST_WEFTS;

    private static final int USUAL_MOST_WEFTS = 6;
    private static final int USUAL_WARPS = 3;
    private static final int MANY_TONES = 7;

    public WeaveOrder {
        brocading = List.copyOf(brocading);
        if (kind == StructureKind.NONE) {
            throw new IllegalArgumentException("an order has a weave");
        }
        if (changing != null && (kind.isOfTones() || kind == StructureKind.JIN)) {
            throw new IllegalArgumentException(
                    "changing wefts are for structures of two and more wefts, such as lampas");
        }
        if (boxes < 2 || boxes > WeftBacked.MOST_WEFTS) {
            throw new IllegalArgumentException("boxes are 2 to " + WeftBacked.MOST_WEFTS + ", not " + boxes);
        }
    }

    /** Without a calibration, of yarns whose counts are not known. */
    public WeaveOrder(
            StructureKind kind,
            @Nullable Satin satin,
            @Nullable Integer wefts,
            @Nullable Integer floatLimit,
            @Nullable Changing changing,
            @Nullable Selvedge selvedge,
            int boxes,
            boolean open) {
        this(
                kind,
                satin,
                wefts,
                floatLimit,
                changing,
                selvedge,
                boxes,
                null,
                YarnCounts.UNKNOWN,
                WeaveTable.NONE,
                List.of(),
                open);
    }

    /** With the usual boxes. */
    public WeaveOrder(
            StructureKind kind,
            @Nullable Satin satin,
            @Nullable Integer wefts,
            @Nullable Integer floatLimit,
            @Nullable Changing changing,
            @Nullable Selvedge selvedge) {
        this(kind, satin, wefts, floatLimit, changing, selvedge, USUAL_BOXES, false);
    }

    /** Without selvedges. */
    public WeaveOrder(
            StructureKind kind,
            @Nullable Satin satin,
            @Nullable Integer wefts,
            @Nullable Integer floatLimit,
            @Nullable Changing changing) {
        this(kind, satin, wefts, floatLimit, changing, null);
    }

    /** With wefts that keep their yarn. */
    public WeaveOrder(
            StructureKind kind, @Nullable Satin satin, @Nullable Integer wefts, @Nullable Integer floatLimit) {
        this(kind, satin, wefts, floatLimit, null);
    }

    /** The usual satin and as many wefts as the colours need. */
    public static WeaveOrder of(StructureKind kind) {
        return new WeaveOrder(kind, null, null, null);
    }

    /**
     * The order with nothing left open.
     *
     * @param colours of the point paper, 1 or more
     * @param grey whether the picture has no hue
     */
    public WeaveOrder settled(int colours, boolean grey) {
        StructureKind settled =
                kind != StructureKind.AUTO ? kind : grey ? StructureKind.SHADED_SATIN : StructureKind.WEFT_BACKED;
        int count = wefts(settled, colours);
        Satin built = satin != null ? satin : usualSatin(settled, colours, count);
        if (settled == StructureKind.WEFT_BACKED) {
            count = Math.min(count, built.ends() - 3);
        }
        Changing changes = settled.isOfTones() ? null : changing;
        boolean chosen = wefts == null && isChosen(settled);
        return new WeaveOrder(
                settled,
                built,
                count,
                floatLimit,
                changes,
                selvedge,
                boxes,
                calibration,
                counts,
                weaves,
                brocading,
                chosen);
    }

    /** Whether the number of wefts changes nothing but the wefts, so that it can be chosen when the point paper is known. */
    private static boolean isChosen(StructureKind settled) {
        return switch (settled) {
            case LAMPAS, BROCADE, TAQUETE, SAMITUM -> true;
            default -> false;
        };
    }

    /** A settled order of this kind with this number of wefts, chosen. */
    public WeaveOrder chosen(StructureKind as, int count, boolean changes) {
        return new WeaveOrder(
                as,
                satin,
                count,
                floatLimit,
                changes ? changing : null,
                selvedge,
                boxes,
                calibration,
                counts,
                weaves,
                brocading,
                false);
    }

    /** The same order with its colours predicted by a calibration. */
    public WeaveOrder calibrated(Calibration by) {
        return new WeaveOrder(
                kind, satin, wefts, floatLimit, changing, selvedge, boxes, by, counts, weaves, brocading, open);
    }

    /** The same order of yarns whose counts are known. */
    public WeaveOrder weighed(YarnCounts known) {
        return new WeaveOrder(
                kind, satin, wefts, floatLimit, changing, selvedge, boxes, calibration, known, weaves, brocading, open);
    }

    /** Whether colours have weaves of their own. */
    public boolean isFigured() {
        return !weaves.isNone() && kind.hasWeaves();
    }

    /** The same order with these weaves for colours. */
    public WeaveOrder woven(WeaveTable with) {
        return new WeaveOrder(
                kind, satin, wefts, floatLimit, changing, selvedge, boxes, calibration, counts, with, brocading, open);
    }

    /** The same order with colours that bobbins weave. */
    public WeaveOrder brocaded(List<Brocaded> colours) {
        return new WeaveOrder(
                kind, satin, wefts, floatLimit, changing, selvedge, boxes, calibration, counts, weaves, colours, open);
    }

    /** Where bobbins weave a colour of a palette by index; empty where they do not. Its ground they never do. */
    public List<Brocaded> brocaded(int index, Rgb colour) {
        return index == 0 || !kind.hasBinders()
                ? List.of()
                : brocading.stream().filter(one -> one.colour().equals(colour)).toList();
    }

    /** Whether bobbins weave a colour everywhere, so that no weft has it. */
    public boolean isBrocaded(int index, Rgb colour) {
        return brocaded(index, colour).stream().anyMatch(Brocaded::isEverywhere);
    }

    private boolean hasBobbins() {
        return kind.hasBinders() && !brocading.isEmpty();
    }

    private int wefts(StructureKind settled, int colours) {
        if (settled.isOfTones()) {
            return 1;
        }
        int usual = switch (settled) {
            case TAQUETE, SAMITUM, LAMPAS, BROCADE -> boxes;
            case JIN -> USUAL_WARPS;
            default -> Math.min(boxes, USUAL_MOST_WEFTS);
        };
        int wanted = wefts == null ? usual : wefts;
        return Math.max(2, Math.min(wanted, Math.max(2, colours)));
    }

    private Satin usualSatin(StructureKind settled, int colours, int count) {
        int ends = switch (settled) {
            case SHADED_SATIN -> colours > MANY_TONES ? 16 : 8;
            case WEFT_BACKED -> WeftBacked.of(count).satin().ends();
            case LAMPAS, BROCADE -> 5;
            default -> 8;
        };
        // A satin of n ends floats over n - 1.
        int most = floatLimit == null ? ends : Math.max(Satin.FEWEST_ENDS, Math.min(ends, floatLimit + 1));
        return Satin.of(most == 6 ? 5 : most);
    }

    /** The structure of a settled order for so many colours, no more wefts than these need. */
    public Structure structure(int colours) {
        Satin built = Objects.requireNonNull(satin, "a settled order");
        int count = Math.max(2, Math.min(Objects.requireNonNull(wefts, "a settled order"), colours));
        return switch (kind) {
            case SHADED_SATIN, DAMASK -> new ShadedSatin(built, weaves.faces(), weaves.isNone() ? null : floatLimit);
            case WEFT_BACKED -> new WeftBacked(built, count, weaves.faces());
            case TAQUETE -> new WeftFaced(binding(new Binding(1, 2)), count, hasBobbins());
            case SAMITUM -> new WeftFaced(binding(new Binding(2, 3)), count, hasBobbins());
            case JIN -> new WarpFaced(binding(new Binding(1, 2)), count);
            case LAMPAS ->
                new Lampas(built, weaves.ground(), binding(Lampas.USUAL_BINDING), count, false, hasBobbins());
            case BROCADE ->
                new Lampas(built, weaves.ground(), binding(Lampas.USUAL_BINDING), count, true, hasBobbins());
            case NONE, AUTO -> throw new IllegalStateException("the order is not settled");
        };
    }

    /** The usual binding, or a closer one where the floats it gives are too long. */
    private Binding binding(Binding usual) {
        for (int mains = usual.mains(); floatLimit != null && mains >= 1; mains--) {
            for (int lines = usual.lines(); lines >= 2; lines--) {
                if (lines * (mains + 1) - 1 <= floatLimit && 2 * mains + 1 <= floatLimit) {
                    return new Binding(mains, lines);
                }
            }
        }
        return floatLimit == null ? usual : new Binding(1, 2);
    }
}
