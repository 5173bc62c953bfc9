package dev.shuttle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.format.LiftPicture;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.HookPattern;
import dev.shuttle.report.Loom;
import dev.shuttle.report.OutputFile;
import dev.shuttle.report.Patch;
import dev.shuttle.report.Report;
import dev.shuttle.report.Role;
import dev.shuttle.rig.Folder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code convert} makes without a picture. */
class SampleTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private final StringWriter said = new StringWriter();

    @Test
    void aBlanketLeavesEverythingAJobLeavesAndItsPatches() throws IOException {
        Path ticket = Files.writeString(
                root.resolve("any.yaml"),
                "palette: ['#f3ead3', '#b4182a']\nfabric: {ends_per_cm: 8, picks_per_cm: 8}\nsatin: {ends: 5, step: 2}");
        Path folder = root.resolve("blanket");

        int code = shuttle("--blanket", "-p", "damask", "--ticket", ticket.toString(), "-o", folder.toString());

        assertThat(code).as(said.toString()).isZero();
        Report report = Folder.report(folder);
        Loom loom = Objects.requireNonNull(report.loom());
        assertThat(loom.patches())
                .extracting(Patch::weave)
                .containsExactly("1/5 satin", "2/5 satin", "3/5 satin", "4/5 satin");
        assertThat(Files.readAllLines(folder.resolve("damask-blanket.patches.csv")))
                .hasSize(5);
        assertThat(report.files())
                .extracting(OutputFile::role)
                .contains(
                        Role.POINTPAPER,
                        Role.LIFTPLAN,
                        Role.PICKS,
                        Role.PATCHES,
                        Role.PALETTE,
                        Role.PREVIEW,
                        Role.CLOTH,
                        Role.SOURCE)
                .doesNotContain(Role.COMPARE);
        assertThat(loom.fidelity()).isNull();
        assertThat(folder.resolve("report.html")).content().contains("Patches of the weave blanket", "组织色样");
        assertThat(root.resolve("blanket"))
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("."));
    }

    @Test
    void aBlanketOfWhatIsNotWovenIsRefused() {
        int code = shuttle("--blanket", "-p", "faithful");

        assertThat(code).isEqualTo(2);
        assertThat(said.toString()).contains("faithful", "NO_STRUCTURE", "hint:");
    }

    @Test
    void aHookTestIsALiftPlanForEachPatternOverAllHooks() throws IOException {
        Path ticket = Files.writeString(root.resolve("any.yaml"), "fabric: {hooks: 96}");
        Path folder = root.resolve("hooks");

        int code = shuttle("--hook-test", "-p", "shu_brocade", "--ticket", ticket.toString(), "-o", folder.toString());

        assertThat(code).as(said.toString()).isZero();
        for (HookPattern pattern : HookPattern.values()) {
            String name = "shu_brocade.hooks-" + pattern.word();
            BitGrid plan = pattern.plan(96);
            for (String ending : List.of(".bmp", ".tif", ".png")) {
                assertThat(LiftPicture.read(Files.readAllBytes(folder.resolve(name + ending))))
                        .isEqualTo(plan);
            }
            assertThat(Files.readAllLines(folder.resolve(name + ".picks.csv"))).hasSize(plan.rows() + 1);
        }
        assertThat(Files.readAllLines(folder.resolve("shu_brocade.hooks.csv")))
                .contains("diagonal,shu_brocade.hooks-diagonal.bmp,96,96");
    }

    @Test
    void aProgramIsToldEveryLiftPlanOfAHookTest() throws IOException {
        Path ticket = Files.writeString(root.resolve("any.yaml"), "fabric: {hooks: 96}");
        String folder = root.resolve("hooks").toString();

        shuttle("--hook-test", "--json", "-p", "shu_brocade", "--ticket", ticket.toString(), "-o", folder);

        assertThat(said.toString().lines())
                .hasSize(HookPattern.values().length)
                .contains(
                        "{\"pattern\":\"diagonal\",\"file\":\"shu_brocade.hooks-diagonal.bmp\",\"hooks\":96,\"picks\":96}");
    }

    @Test
    void aHookTestWithoutHooksIsRefused() {
        int code = shuttle(
                "--hook-test", "-p", "faithful", "-o", root.resolve("hooks").toString());

        assertThat(code).isEqualTo(2);
        assertThat(said.toString()).contains("NO_HOOKS", "fabric: {hooks: 2640}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--blanket peony.jpg",
                "--blanket --cloud",
                "--blanket -o x.png",
                "--blanket --hook-test -o x",
                "--hook-test"
            })
    void whatDoesNotGoTogetherIsBadUsage(String arguments) {
        assertThat(shuttle(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
    }

    private int shuttle(String... args) {
        List<String> all = new ArrayList<>(List.of("convert"));
        all.addAll(List.of(args));
        all.addAll(List.of("--set", "shuttle.outbox=" + root.resolve("outbox")));
        return ShuttleCommand.execute(new PrintWriter(said, true), all.toArray(String[]::new));
    }
}
