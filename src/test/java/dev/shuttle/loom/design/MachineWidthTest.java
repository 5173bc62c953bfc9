package dev.shuttle.loom.design;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.convert.LoomEngine;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.weave.HookFit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A machine's hooks choose the width. */
class MachineWidthTest {
    private static Grid grid(Fabric fabric, Repeat repeat, @Nullable StructureKind kind) {
        Picture picture = Picture.blank(400, 300);
        WeaveOrder order = kind == null ? null : new WeaveOrder(kind, null, 3, null).settled(3, false);
        Recipe recipe = Recipe.faithful(3).withFabric(fabric).withRepeat(repeat).withWeave(order);
        return WovenGrid.of(recipe.grid(picture.width(), picture.height()), recipe, order);
    }

    private static Fabric fabric(@Nullable Double widthCm, @Nullable Integer ends, int hooks) {
        return new Fabric(widthCm, null, 40.0, 20.0, ends, null, hooks);
    }

    @Test
    void whereNothingSaysHowWideAllHooksAreUsed() {
        Grid grid = grid(fabric(null, null, 2640), Repeat.NONE, StructureKind.LAMPAS);
        assertThat(grid.ends()).isEqualTo(2640);
        assertThat(grid.lines()).isEqualTo(990);
        assertThat(grid(fabric(null, null, 2650), Repeat.NONE, StructureKind.LAMPAS)
                        .ends())
                .isEqualTo(2640);
        assertThat(grid(fabric(null, null, 2650), Repeat.NONE, null).ends()).isEqualTo(2650);
    }

    @Test
    void theHeightFollowsAWidthThatGaveALittle() {
        Grid grid = grid(fabric(32.0, null, 2640), Repeat.NONE, StructureKind.WEFT_BACKED);
        assertThat(grid.ends()).isEqualTo(1320);
        assertThat(grid.lines()).isEqualTo(496);
    }

    @ParameterizedTest
    @CsvSource({"NONE, 2640", "STRAIGHT, 2640", "HALF_DROP, 1320", "MIRROR, 1320"})
    void aRepeatThatTakesTwoWidthsHasHalfTheHooksForEach(Repeat repeat, int ends) {
        assertThat(grid(fabric(null, null, 2640), repeat, StructureKind.LAMPAS).ends())
                .isEqualTo(ends);
    }

    @Test
    void jinTakesAHookForEachWarpOfAGroup() {
        assertThat(grid(fabric(null, null, 2640), Repeat.NONE, StructureKind.JIN)
                        .ends())
                .isEqualTo(880);
    }

    @Test
    void theClothTellsHowManyHooksItTakes() {
        Picture picture = Picture.blank(400, 300);
        for (int x = 0; x < 200; x++) {
            picture.set(x, 10, 0xff0000);
        }
        Recipe recipe = Recipe.faithful(2)
                .withFabric(new Fabric(null, null, 40.0, 20.0, null, null, 240))
                .withWeave(WeaveOrder.of(StructureKind.JIN));
        LoomDesign design = new LoomEngine(1).design(picture, recipe);
        int hooks = Objects.requireNonNull(design.cloth()).plan().hooks();
        assertThat(HookFit.of(240, hooks).idle()).isZero();
        assertThat(design.cloth().hooksRepeat()).isEqualTo(4);
    }
}
