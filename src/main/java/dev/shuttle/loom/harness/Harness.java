package dev.shuttle.loom.harness;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A machine and how it is tied.
 *
 * @param machine its name; null where it has none
 * @param tie how the cloth's ends hang on the figure's hooks
 * @param hooks of the whole machine, 纹针
 * @param offset free hooks that stay idle before the figure and its selvedges; null: they lie in the middle
 * @param castOut hooks that are not tied 空针
 * @param row hooks of a row of the needle board: idle hooks in the middle are whole rows; 1: any number
 * @param selvedgeHooks of each selvedge 边针; null: as many as it has ends
 * @param auxiliary hooks that lift no end
 * @param repeats how often the design (of a bordered tie its centre) lies across the cloth 花数
 * @param border ends of a bordered tie's border, on either side
 * @param middle cords of the hook where a point turns, 1 or 2
 * @param isWhole whether the design is drawn for all ends of the cloth, not for those that have hooks of their own
 * @param sections of a mixed tie
 * @param boxes shuttle boxes; null: the loom has none
 */
public record Harness(
        @Nullable String machine,
        Tie tie,
        int hooks,
        @Nullable Integer offset,
        List<Span> castOut,
        int row,
        @Nullable Integer selvedgeHooks,
        Auxiliary auxiliary,
        int repeats,
        int border,
        int middle,
        boolean isWhole,
        List<Section> sections,
        @Nullable Boxes boxes) {

    public Harness {
        castOut = List.copyOf(castOut);
        sections = List.copyOf(sections);
        require(hooks >= 2, "hooks are 2 or more, not " + hooks);
        require(row >= 1, "a row has 1 hook or more, not " + row);
        require(repeats >= 1, "repeats are 1 or more, not " + repeats);
        require(middle == 1 || middle == 2, "the middle hook has 1 or 2 cords, not " + middle);
        require(tie == Tie.BORDERED == border > 0, "border goes with tie bordered, and must be there with it");
        require(tie == Tie.MIXED != sections.isEmpty(), "sections go with tie mixed, and must be there with it");
        require(
                Arrays.stream(Section.ends(sections)).distinct().count() == Section.last(sections),
                "the sections leave out an end of the design: each from 1 to the last must be in one");
        require(
                tie != Tie.STRAIGHT || repeats == 1,
                "repeats go with tie repeat, point or bordered, not with straight");
        require(
                auxiliary.box().isEmpty() || (boxes != null && auxiliary.box().size() == boxes.left() + boxes.right()),
                "auxiliary.box names a hook for each of the shuttle_boxes, those of the left side first");
        require(
                auxiliary.hooks().distinct().count() == auxiliary.hooks().count(),
                "a hook stands twice among the auxiliary ones");
        require(
                IntStream.concat(auxiliary.hooks(), castOut.stream().flatMapToInt(Span::hooks))
                        .allMatch(hook -> hook >= 1 && hook <= hooks),
                "a hook is cast out or auxiliary that a machine of " + hooks + " does not have");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** A machine with one end a hook. */
    public static Harness straight(int hooks) {
        return new Harness(
                null, Tie.STRAIGHT, hooks, null, List.of(), 1, null, Auxiliary.NONE, 1, 0, 2, false, List.of(), null);
    }

    /** Hooks that are neither cast out nor auxiliary, from 1, from the left. */
    public int[] free() {
        BitSet taken = new BitSet();
        castOut.stream().flatMapToInt(Span::hooks).forEach(taken::set);
        auxiliary.hooks().forEach(taken::set);
        return IntStream.rangeClosed(1, hooks).filter(hook -> !taken.get(hook)).toArray();
    }

    /** Hooks of one selvedge of so many ends. */
    int selvedge(int ends) {
        return ends == 0 ? 0 : selvedgeHooks == null ? ends : Math.min(ends, selvedgeHooks);
    }

    /**
     * The most ends that a design may have, 0 where none fits.
     *
     * @param selvedge ends of each selvedge
     */
    public int most(int selvedge) {
        int figure = free().length - 2 * selvedge(selvedge) - (offset == null ? 0 : offset);
        if (figure < 1) {
            return 0;
        }
        if (tie == Tie.MIXED) {
            int last = Section.last(sections);
            return last > figure ? 0 : isWhole ? Section.ends(sections).length : last;
        }
        return figure <= border ? 0 : isWhole ? Section.ends(across(figure)).length : figure;
    }

    /** How a design of so many hooks lies across the cloth. */
    List<Section> across(int design) {
        return switch (tie) {
            case STRAIGHT -> List.of(new Section(1, design, 1));
            case REPEAT -> List.of(new Section(1, design, repeats));
            case POINT -> point(design);
            case BORDERED ->
                List.of(new Section(1, border, 1), new Section(border + 1, design, repeats), new Section(border, 1, 1));
            case MIXED -> sections;
        };
    }

    /** Forward and back; where a point turns on one cord, the end there comes once, at every turn but the cloth's edges. */
    private List<Section> point(int design) {
        if (middle == 2 || design < 3) {
            return IntStream.range(0, 2 * repeats)
                    .mapToObj(i -> i % 2 == 0 ? new Section(1, design, 1) : new Section(design, 1, 1))
                    .toList();
        }
        return IntStream.range(0, 2 * repeats)
                .mapToObj(i -> i == 0
                        ? new Section(1, design, 1)
                        : i % 2 == 1 ? new Section(design - 1, 1, 1) : new Section(2, design, 1))
                .toList();
    }

    /** The hooks of a design that is drawn for so many ends of the cloth; 0 where the tie has no such width. */
    int hooksOf(int ends) {
        int hooks = switch (tie) {
            case STRAIGHT -> ends;
            case REPEAT -> ends / repeats;
            // 2h-1 ends, and 2h-2 more for each further point, where it turns on one cord
            case POINT -> middle == 2 ? ends / (2 * repeats) : (ends - 1) / (2 * repeats) + 1;
            case BORDERED -> border + (ends - 2 * border) / repeats;
            case MIXED -> Section.last(sections);
        };
        return hooks > border && Section.ends(across(hooks)).length == ends ? hooks : 0;
    }
}
