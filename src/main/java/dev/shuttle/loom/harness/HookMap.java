package dev.shuttle.loom.harness;

import dev.shuttle.loom.weave.BitGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Which hook lifts which ends.
 *
 * @param warp the columns of the lift plan
 * @param hooks of the machine, from the left
 * @param cloth the column of the lift plan that each end of the cloth is lifted by, from 0
 * @param hung the columns of the lift plan that hang on each hook, from 0
 */
public record HookMap(Harness harness, Warp warp, List<Hook> hooks, List<Integer> cloth, List<List<Integer>> hung) {
    /**
     * Ties a design.
     *
     * @throws HarnessException where the machine has too few hooks, or the tie no such width
     */
    public static HookMap of(Harness harness, Warp warp) throws HarnessException {
        int design = harness.isWhole() ? harness.hooksOf(warp.mains()) : warp.mains();
        require(
                design > 0,
                "HARNESS_WIDTH",
                "a design of " + warp.mains() + " ends is not the whole width of a cloth of this tie",
                "make the design as wide as the cloth, or leave out drawn: whole");
        if (harness.tie() == Tie.MIXED && !harness.isWhole()) {
            int last = Section.last(harness.sections());
            require(
                    last == design,
                    "HARNESS_WIDTH",
                    "the sections of the harness end with end " + last + ", and the design has " + design,
                    "mend harness.sections, or name fabric.ends: " + last);
        }
        int most = harness.most(warp.selvedge());
        require(
                warp.mains() <= most,
                "HARNESS_TOO_NARROW",
                "the design has " + warp.mains() + " ends, and the machine of " + harness.hooks() + " hooks takes "
                        + most,
                "make the fabric narrower, or name another machine");
        return new Tying(harness, warp, design).map();
    }

    private static void require(boolean holds, String code, String message, String hint) throws HarnessException {
        if (!holds) {
            throw new HarnessException(code, message, hint);
        }
    }

    /**
     * What the hooks of the figure and of the selvedges do; all others are down.
     *
     * @param lifts the lift plan, ends × picks, with selvedges and binders
     * @throws HarnessException where two ends that hang on one hook are not lifted by the same picks
     */
    public BitGrid lift(BitGrid lifts) throws HarnessException {
        BitGrid turned = lifts.transposed();
        BitGrid plan = new BitGrid(harness.hooks(), lifts.rows());
        for (int hook = 0; hook < hung.size(); hook++) {
            List<Integer> columns = hung.get(hook);
            for (int column : columns) {
                alike(turned, columns.get(0), column, hook + 1);
            }
            for (int pick = 0; !columns.isEmpty() && pick < lifts.rows(); pick++) {
                if (turned.get(columns.get(0), pick)) {
                    plan.set(hook, pick);
                }
            }
        }
        return plan.transposed();
    }

    private static void alike(BitGrid turned, int first, int other, int hook) throws HarnessException {
        int row = turned.columns() - 1;
        while (row >= 0 && turned.get(first, row) == turned.get(other, row)) {
            row--;
        }
        if (row < 0) {
            return;
        }
        int pick = turned.columns() - row;
        int lifted = turned.get(first, row) ? first : other;
        throw new HarnessException(
                "HOOK_CONFLICT",
                "ends " + (first + 1) + " and " + (other + 1) + " of the lift plan hang on hook " + hook + ", and pick "
                        + pick + " lifts end " + (lifted + 1) + " alone",
                "draw the design for the hooks and let the harness repeat and turn it (leave out drawn: whole and repeat:"
                        + " mirror), or tie these ends to hooks of their own");
    }

    /** The lift plan of the whole cloth, as the harness repeats and turns it. */
    public BitGrid cloth(BitGrid lifts) {
        BitGrid all = new BitGrid(lifts.rows(), cloth.size());
        for (int row = 0; row < lifts.rows(); row++) {
            for (int end = 0; end < cloth.size(); end++) {
                if (lifts.get(row, cloth.get(end))) {
                    all.set(row, end);
                }
            }
        }
        return all;
    }

    /** Whether the cloth is wider than the lift plan, or the plan otherwise laid out. */
    public boolean isRepeated() {
        for (int end = 0; end < cloth.size(); end++) {
            if (cloth.get(end) != end) {
                return true;
            }
        }
        return false;
    }

    /** Hooks of an area. */
    public long count(Hook.Area area) {
        return hooks.stream().filter(hook -> hook.area() == area).count();
    }

    /** The most cords of one hook 把吊. */
    public int mostCords() {
        return hooks.stream().mapToInt(hook -> hook.ends().size()).max().orElse(0);
    }

    /** The first hook of an area, 0 where it has none. */
    public int first(Hook.Area area) {
        return hooks.stream()
                .filter(hook -> hook.area() == area)
                .mapToInt(Hook::number)
                .findFirst()
                .orElse(0);
    }

    /** The ends of the design in the order of the cloth, selvedges not counted. */
    public List<Section> sections() {
        int design = harness.isWhole() ? harness.hooksOf(warp.mains()) : warp.mains();
        return harness.across(design);
    }

    /**
     * Places in the cloth where a weave does not go on, between the selvedges: there the harness turns, or repeats a width that
     * the weave's repeat does not go into.
     *
     * @param weaveRepeat the weave's repeat in mains
     */
    public int breaks(int weaveRepeat) {
        int[] mains = harness.isWhole() ? new int[0] : Section.ends(sections());
        int breaks = 0;
        int way = 1;
        for (int at = 1; at < mains.length; at++) {
            int step = mains[at] - mains[at - 1];
            if (step != way) {
                int next = at + 1 < mains.length ? mains[at + 1] - mains[at] : way;
                int on = Math.abs(next) == 1 ? next : way;
                // turned over, only a weave of two ends is as before
                boolean goesOn = (step - way) % weaveRepeat == 0 && (on == way || weaveRepeat <= 2);
                breaks += goesOn ? 0 : 1;
                way = on;
            }
        }
        return breaks;
    }

    /** Ties one design. */
    private static final class Tying {
        private final Harness harness;
        private final Warp warp;
        private final int design;
        private final int[] free;
        private final int edge;
        private final int start;
        private final Hook.Area[] areas;
        private final List<List<Integer>> hung;
        private final List<List<Integer>> ends;
        private final int[] cloth;
        private int at;

        Tying(Harness harness, Warp warp, int design) {
            this.harness = harness;
            this.warp = warp;
            this.design = design;
            this.free = harness.free();
            this.edge = harness.selvedge(warp.selvedge());
            this.start = start();
            this.areas = new Hook.Area[harness.hooks()];
            this.hung = lists(harness.hooks());
            this.ends = lists(harness.hooks());
            this.cloth = new int[length()];
        }

        private static List<List<Integer>> lists(int count) {
            List<List<Integer>> lists = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                lists.add(new ArrayList<>());
            }
            return lists;
        }

        /** Half of what is over lies before, by whole rows. */
        private int start() {
            int over = free.length - design - 2 * edge;
            Integer offset = harness.offset();
            return offset != null ? offset : over / 2 / harness.row() * harness.row();
        }

        private int length() {
            if (harness.isWhole()) {
                return warp.ends();
            }
            int ends = 2 * warp.selvedge();
            for (int main : Section.ends(harness.across(design))) {
                ends += warp.isBound(main) ? 2 : 1;
            }
            return ends;
        }

        HookMap map() {
            Arrays.fill(areas, Hook.Area.IDLE);
            harness.castOut().stream().flatMapToInt(Span::hooks).forEach(hook -> areas[hook - 1] = Hook.Area.CAST_OUT);
            auxiliary();
            for (int end = 0; end < warp.selvedge(); end++) {
                hang(start + end % edge, end, Hook.Area.SELVEDGE_LEFT);
            }
            if (harness.isWhole()) {
                whole();
            } else {
                harness.across(design).forEach(this::section);
            }
            int right = warp.ends() - warp.selvedge();
            for (int end = 0; end < warp.selvedge(); end++) {
                hang(start + edge + design + end % edge, right + end, Hook.Area.SELVEDGE_RIGHT);
            }
            List<Hook> hooks = new ArrayList<>(areas.length);
            for (int hook = 0; hook < areas.length; hook++) {
                int end = hung.get(hook).isEmpty() ? 0 : hung.get(hook).get(0) + 1;
                hooks.add(new Hook(hook + 1, areas[hook], end, ends.get(hook)));
            }
            return new HookMap(
                    harness,
                    warp,
                    Collections.unmodifiableList(hooks),
                    Arrays.stream(cloth).boxed().toList(),
                    Collections.unmodifiableList(hung));
        }

        private void auxiliary() {
            Auxiliary own = harness.auxiliary();
            own.selector().forEach(hook -> areas[hook - 1] = Hook.Area.SELECTOR);
            own.box().forEach(hook -> areas[hook - 1] = Hook.Area.BOX);
            if (own.regulator() != null) {
                areas[own.regulator() - 1] = Hook.Area.REGULATOR;
            }
        }

        /** Every end of the cloth has its column. */
        private void whole() {
            int[] mains = Section.ends(harness.across(design));
            for (int main = 0; main < mains.length; main++) {
                hang(start + edge + mains[main], warp.column(main), Hook.Area.FIGURE);
                if (warp.isBound(main)) {
                    cloth[at++] = warp.column(main) + 1;
                }
            }
        }

        /** A binder lies beside the same main, on its other side where the section is turned. */
        private void section(Section section) {
            boolean turned = section.to() < section.from();
            for (int main : Section.ends(List.of(section))) {
                if (turned && warp.isBound(main)) {
                    cloth[at++] = warp.column(main) + 1;
                }
                hang(start + edge + main, warp.column(main), Hook.Area.FIGURE);
                if (!turned && warp.isBound(main)) {
                    cloth[at++] = warp.column(main) + 1;
                }
            }
        }

        /** The next end of the cloth. */
        private void hang(int place, int column, Hook.Area area) {
            int hook = free[place] - 1;
            areas[hook] = area;
            if (!hung.get(hook).contains(column)) {
                hung.get(hook).add(column);
            }
            cloth[at++] = column;
            ends.get(hook).add(at);
        }
    }
}
