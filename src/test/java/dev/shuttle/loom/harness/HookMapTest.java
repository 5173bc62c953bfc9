package dev.shuttle.loom.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.weave.BitGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hook lifts which ends. */
class HookMapTest {
    private static BitGrid plan(Random random, int rows, int ends) {
        BitGrid plan = new BitGrid(rows, ends);
        for (int row = 0; row < rows; row++) {
            for (int end = 0; end < ends; end++) {
                if (random.nextBoolean()) {
                    plan.set(row, end);
                }
            }
        }
        return plan;
    }

    private static Harness harness(Tie tie, int hooks, int repeats, int border, String sections, boolean isWhole) {
        return new Harness(
                null,
                tie,
                hooks,
                null,
                List.of(),
                1,
                null,
                Auxiliary.NONE,
                repeats,
                border,
                2,
                isWhole,
                sections.isEmpty() ? List.of() : Section.read(sections),
                null);
    }

    /** A harness of any kind, with hooks cast out and auxiliary ones, on which the design has room. */
    private static Harness any(Random random, int design, int selvedge) {
        int taken = 0;
        List<Span> castOut = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            int from = 20 * i + random.nextInt(10);
            castOut.add(new Span(from, from + random.nextInt(9)));
            taken += 9;
        }
        int hooks = design + 2 * selvedge + taken + 8 + random.nextInt(100);
        if (castOut.stream().anyMatch(span -> span.to() > hooks - 8)) {
            castOut.clear();
        }
        Auxiliary auxiliary = random.nextBoolean()
                ? Auxiliary.NONE
                : new Auxiliary(List.of(hooks, hooks - 1, hooks - 2), hooks - 3, List.of(hooks - 4, hooks - 5));
        Tie tie = List.of(Tie.values()).get(random.nextInt(Tie.values().length));
        int border = tie == Tie.BORDERED ? 1 + random.nextInt(design - 1) : 0;
        int cut = 1 + random.nextInt(design - 1);
        return new Harness(
                "any",
                tie,
                hooks,
                random.nextBoolean() ? null : Integer.valueOf(random.nextInt(4)),
                castOut,
                1 + random.nextInt(4),
                selvedge == 0 || random.nextBoolean() ? null : Integer.valueOf(4),
                auxiliary,
                tie == Tie.STRAIGHT || tie == Tie.MIXED ? 1 : 1 + random.nextInt(4),
                border,
                1 + random.nextInt(2),
                false,
                tie == Tie.MIXED
                        ? List.of(
                                new Section(1, cut, 2),
                                new Section(cut + 1, design, 1 + random.nextInt(3)),
                                new Section(cut, 1, 1))
                        : List.of(),
                auxiliary.equals(Auxiliary.NONE) ? null : new Boxes(1, 1));
    }

    /** Selvedges as they are woven come again after four ends. */
    private static BitGrid withSelvedges(Random random, BitGrid figure, int selvedge) {
        BitGrid all = new BitGrid(figure.rows(), figure.columns() + 2 * selvedge);
        for (int row = 0; row < figure.rows(); row++) {
            int edge = random.nextInt(16);
            for (int end = 0; end < all.columns(); end++) {
                boolean isEdge = end < selvedge || end >= all.columns() - selvedge;
                int place = end < selvedge ? end : end - (all.columns() - selvedge);
                if (isEdge ? (edge >> place % 4 & 1) == 1 : figure.get(row, end - selvedge)) {
                    all.set(row, end);
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyDesignEndHangsOnOneHookAndThePlanIsAsWideAsTheMachineWithIdleHooksDown(int hundred) throws Exception {
        for (int seed = 100 * hundred; seed < 100 * hundred + 100; seed++) {
            Random random = new Random(seed);
            int binders = random.nextInt(3);
            int design = (2 + random.nextInt(40)) * Math.max(1, binders);
            int selvedge = random.nextBoolean() ? 0 : 1 + random.nextInt(12);
            Harness harness = any(random, design, selvedge);
            Warp warp = new Warp(design, binders, selvedge);
            BitGrid figure = plan(random, 1 + random.nextInt(20), warp.ends() - 2 * selvedge);
            BitGrid lifts = withSelvedges(random, figure, selvedge);

            HookMap map = HookMap.of(harness, warp);
            BitGrid machine = map.lift(lifts);

            String which = "seed " + seed + " " + harness;
            assertThat(machine.columns()).as(which).isEqualTo(harness.hooks());
            assertThat(map.hooks()).as(which).hasSize(harness.hooks());
            int[] hookOf = new int[map.cloth().size()];
            int[] hooksOfColumn = new int[warp.ends()];
            for (Hook hook : map.hooks()) {
                hook.ends().forEach(end -> hookOf[end - 1]++);
                map.hung().get(hook.number() - 1).forEach(column -> hooksOfColumn[column]++);
                if (hook.ends().isEmpty()) {
                    assertThat(IntStream.range(0, machine.rows()))
                            .as(which)
                            .noneMatch(row -> machine.get(row, hook.number() - 1));
                }
                for (int end : hook.ends()) {
                    for (int row = 0; row < lifts.rows(); row++) {
                        assertThat(machine.get(row, hook.number() - 1))
                                .as(which)
                                .isEqualTo(lifts.get(row, map.cloth().get(end - 1)));
                    }
                }
            }
            for (int end = 0; end < hookOf.length; end++) {
                assertThat(hookOf[end])
                        .as(which)
                        .isEqualTo(isBinder(warp, map.cloth().get(end)) ? 0 : 1);
            }
            for (int column = 0; column < warp.ends(); column++) {
                assertThat(hooksOfColumn[column]).as(which).isEqualTo(isBinder(warp, column) ? 0 : 1);
            }
        }
    }

    private static boolean isBinder(Warp warp, int column) {
        int end = column - warp.selvedge();
        return warp.mainsPerBinder() > 0
                && end >= 0
                && end < warp.ends() - 2 * warp.selvedge()
                && end % (warp.mainsPerBinder() + 1) == warp.mainsPerBinder();
    }

    @Test
    void thirteenHundredTwelveEndsLieInTheMiddleOfThirteenHundredTwentyHooks() throws Exception {
        HookMap map = HookMap.of(Harness.straight(1320), new Warp(1312, 0, 0));

        assertThat(map.hooks().get(3).area()).isEqualTo(Hook.Area.IDLE);
        assertThat(map.hooks().get(4)).isEqualTo(new Hook(5, Hook.Area.FIGURE, 1, List.of(1)));
        assertThat(map.hooks().get(1315)).isEqualTo(new Hook(1316, Hook.Area.FIGURE, 1312, List.of(1312)));
        assertThat(map.count(Hook.Area.IDLE)).isEqualTo(8);
    }

    @Test
    void theFirstEndOfTwentyFourHundredHangsOnHook145OfTwentySixHundredEightyEight() throws Exception {
        HookMap map = HookMap.of(Harness.straight(2688), new Warp(2400, 0, 0));

        assertThat(map.first(Hook.Area.FIGURE)).isEqualTo(145);
    }

    @Test
    void aBorderedHarnessTurnsItsRightBorder() throws Exception {
        HookMap map = HookMap.of(harness(Tie.BORDERED, 8, 2, 2, "", false), new Warp(5, 0, 0));

        assertThat(map.cloth()).containsExactly(0, 1, 2, 3, 4, 2, 3, 4, 1, 0);
        assertThat(map.breaks(1)).isZero();
        assertThat(map.breaks(3)).isEqualTo(1);
    }

    @Test
    void aTurnedSectionBreaksAWeaveWhereItTurnsAndNowhereElse() throws Exception {
        HookMap map = HookMap.of(harness(Tie.MIXED, 120, 1, 0, "1-120, 120-1", false), new Warp(120, 0, 0));

        assertThat(map.breaks(1)).isZero();
        assertThat(map.breaks(5)).isEqualTo(1);
        assertThat(map.breaks(40)).isEqualTo(1);
    }

    @Test
    void aPointThatTurnsOnOneCordHasOneEndThere() throws Exception {
        Harness single = new Harness(
                null, Tie.POINT, 4, null, List.of(), 1, null, Auxiliary.NONE, 2, 0, 1, false, List.of(), null);

        assertThat(HookMap.of(single, new Warp(4, 0, 0)).cloth())
                .containsExactly(0, 1, 2, 3, 2, 1, 0, 1, 2, 3, 2, 1, 0);
    }

    @Test
    void aHarnessAsPosseltHasItOfFourHundredHooksCarriesEightHundredEnds() throws Exception {
        Harness posselt = harness(Tie.MIXED, 400, 1, 0, "1-100, 100-1, 101-200, 201-400, 101-200, 1-100, 100-1", false);

        HookMap map = HookMap.of(posselt, new Warp(400, 0, 0));

        assertThat(map.cloth()).hasSize(800);
        assertThat(map.mostCords()).isEqualTo(4);
        assertThat(map.hooks().get(150).ends()).hasSize(2);
        assertThat(map.hooks().get(300).ends()).hasSize(1);
    }

    @Test
    void twoUnlikeEndsOnOneHookAreRefusedWithTheirPlace() throws Exception {
        BitGrid lifts = new BitGrid(10, 8);
        lifts.set(3, 6);
        HookMap map = HookMap.of(harness(Tie.REPEAT, 4, 2, 0, "", true), new Warp(8, 0, 0));

        assertThatExceptionOfType(HarnessException.class)
                .isThrownBy(() -> map.lift(lifts))
                .withMessage("ends 3 and 7 of the lift plan hang on hook 3, and pick 7 lifts end 7 alone")
                .satisfies(e -> assertThat(e.code()).isEqualTo("HOOK_CONFLICT"));
    }

    @Test
    void aDesignThatIsDrawnForTheWholeClothTakesTheHooksOfItsTie() throws Exception {
        Random random = new Random(7);
        BitGrid one = plan(random, 6, 5);
        HookMap part = HookMap.of(harness(Tie.POINT, 6, 2, 0, "", false), new Warp(5, 0, 0));
        BitGrid cloth = part.cloth(one);

        HookMap whole = HookMap.of(harness(Tie.POINT, 6, 2, 0, "", true), new Warp(20, 0, 0));

        assertThat(whole.lift(cloth)).isEqualTo(part.lift(one));
        assertThat(whole.hooks().stream().map(Hook::ends))
                .isEqualTo(part.hooks().stream().map(Hook::ends).toList());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatExceptionOfType(HarnessException.class)
                .isThrownBy(() -> HookMap.of(Harness.straight(1320), new Warp(1321, 0, 0)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("HARNESS_TOO_NARROW"));
        assertThatExceptionOfType(HarnessException.class)
                .isThrownBy(() -> HookMap.of(harness(Tie.REPEAT, 100, 3, 0, "", true), new Warp(100, 0, 0)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("HARNESS_WIDTH"));
        assertThatThrownBy(() -> harness(Tie.MIXED, 10, 1, 0, "1-3, 5-8", false))
                .hasMessageContaining("leave out an end");
        assertThatThrownBy(() -> harness(Tie.BORDERED, 10, 1, 0, "", false)).hasMessageContaining("border");
    }
}
