package dev.shuttle.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.harness.Boxes;
import dev.shuttle.loom.harness.Harness;
import dev.shuttle.loom.harness.Span;
import dev.shuttle.loom.harness.Tie;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines by name. */
class MachineFileTest {
    private static MachineFile read(String text) throws RecipeException {
        return MachineFile.read("big", text.getBytes(UTF_8));
    }

    /** A module has 220 ends at 6 to the cm; those behind one another lie between each other. */
    @ParameterizedTest(name = "{0}: {1} hooks, {2} ends/cm")
    @CsvSource({"tc2-1x1, 220, 6", "tc2-3x2, 1320, 12", "tc2-2x6, 2640, 36", "tc2-1x12, 2640, 72"})
    void aTc2IsKnownByItsModules(String name, int hooks, double density) throws Exception {
        MachineFile machine = MachineFile.bundled(name).orElseThrow();

        assertThat(machine.endsPerCm()).isEqualTo(density);
        assertThat(machine.harness(Map.of()).hooks()).isEqualTo(hooks);
        assertThat(machine.harness(Map.of()).machine()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {1344, 2688, 5376, 6144, 10_752})
    void theUsualJacquardsHaveRowsOfSixteen(int hooks) throws Exception {
        MachineFile machine = MachineFile.bundled("jacquard-" + hooks).orElseThrow();

        assertThat(machine.endsPerCm()).isNull();
        assertThat(machine.harness(Map.of()).hooks()).isEqualTo(hooks);
        assertThat(machine.harness(Map.of()).row()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tc2", "tc2-0x1", "tc2-17x1", "tc2-3x13", "jacquard-1000", "none", ""})
    void noOtherNameIsKnown(String name) {
        assertThat(MachineFile.bundled(name)).isEmpty();
    }

    @Test
    void aFileHasTheKeysOfAHarnessAndADensity() throws Exception {
        MachineFile machine = read("""
                about: 第三台
                ends_per_cm: 74
                hooks: 2688
                row: 16
                cast_out: [1-8]
                shuttle_boxes: {left: 2, right: 2}
                """);

        Harness harness = machine.harness(Map.of());
        assertThat(machine.endsPerCm()).isEqualTo(74);
        assertThat(harness.hooks()).isEqualTo(2688);
        assertThat(harness.castOut()).containsExactly(new Span(1, 8));
        assertThat(harness.boxes()).isEqualTo(new Boxes(2, 2));
    }

    /** What the recipe says beats the file; another tie takes nothing over from the file's. */
    @Test
    void theRecipeBeatsTheFile() throws Exception {
        MachineFile machine = read("{hooks: 800, tie: bordered, border: 100, repeats: 3, row: 8}");

        Harness harness = machine.harness(Map.of("tie", "point", "row", 16));

        assertThat(harness.tie()).isEqualTo(Tie.POINT);
        assertThat(harness.row()).isEqualTo(16);
        assertThat(harness.border()).isZero();
        assertThat(harness.repeats()).isEqualTo(1);
        assertThat(machine.harness(Map.of()).repeats()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{row: 16}",
                "{hooks: 100, colour: red}",
                "{hooks: 1}",
                "{hooks: 100, cast_out: [90-110]}",
                "{hooks: 100, tie: bordered}",
                "{hooks: 100, auxiliary: {selector: [1, 2], regulator: 2}}",
                "[100]",
                "hooks: 100\nhooks: 200"
            })
    void whatCannotBeAMachineIsRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        RecipeException.class,
                        e -> assertThat(List.of(e.getMessage(), e.hint())).doesNotContainNull());
    }
}
