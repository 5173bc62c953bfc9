package dev.shuttle.pipeline.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.format.CsvText;
import dev.shuttle.loom.harness.LoomPicks;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.HookPattern;
import dev.shuttle.loom.weave.PickPlan;
import dev.shuttle.pipeline.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Writes every {@link HookPattern} as a lift plan. */
public final class HookPlans {
    /** The first line of the table. */
    static final String HEADER = "pattern,file,hooks,picks";

    private HookPlans() {}

    /**
     * One of the plans.
     *
     * @param file its name in the folder, of the bitmap
     */
    public record Plan(String pattern, String file, int hooks, int picks) {}

    /**
     * Writes the plans, a pick plan for each, and a table of them, which is returned too.
     *
     * @param folder that is there
     * @param hooks of the machine, 2 or more
     * @param density of the cloth that the machine weaves, for the files' resolution
     */
    public static List<Plan> write(Path folder, String stem, int hooks, Density density) throws IOException {
        LiftFiles files = new LiftFiles(folder, stem);
        List<Plan> plans = new ArrayList<>();
        for (HookPattern pattern : HookPattern.values()) {
            BitGrid plan = pattern.plan(hooks);
            String name = ".hooks-" + pattern.word();
            files.plan(name, plan, density);
            PickPlan picks = PickPlan.of(new byte[plan.rows()]);
            files.picks(
                    name + ".picks",
                    picks,
                    LoomPicks.of(rows(picks), plan, null),
                    Collections.nCopies(plan.rows(), Rgb.WHITE),
                    Rgb::hex,
                    false);
            plans.add(new Plan(pattern.word(), stem + name + ".bmp", hooks, plan.rows()));
        }
        CsvText table = new CsvText(HEADER);
        plans.forEach(plan -> table.row(
                List.of(plan.pattern(), plan.file(), String.valueOf(plan.hooks()), String.valueOf(plan.picks()))));
        Disk.write(files.file(".hooks.csv"), table.text().getBytes(UTF_8));
        return plans;
    }

    /** Without a weft a pick is a line. */
    private static LoomPicks.Rows rows(PickPlan picks) {
        int[] none = new int[picks.picks()];
        double[] takeUps = new double[picks.picks()];
        Arrays.fill(takeUps, 1);
        return new LoomPicks.Rows(
                picks, none, IntStream.range(0, picks.picks()).toArray(), none, takeUps, new boolean[picks.picks()]);
    }
}
