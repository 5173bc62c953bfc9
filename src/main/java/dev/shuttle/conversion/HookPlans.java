package dev.shuttle.conversion;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.disk.Disk;
import dev.shuttle.loom.Density;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.format.CsvText;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.HookPattern;
import dev.shuttle.loom.weave.PickPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** Writes every {@link HookPattern} as a lift plan. */
public final class HookPlans {
    /** The first line of the table. */
    static final String HEADER = "pattern,file,hooks,picks";

    private HookPlans() {}

    /**
     * Writes the plans, a pick plan for each, and a table of them.
     *
     * @param folder that is there
     * @param hooks of the machine, 2 or more
     * @param density of the cloth that the machine weaves, for the files' resolution
     */
    public static void write(Path folder, String stem, int hooks, Density density) throws IOException {
        LiftFiles files = new LiftFiles(folder, stem);
        CsvText table = new CsvText(HEADER);
        for (HookPattern pattern : HookPattern.values()) {
            BitGrid plan = pattern.plan(hooks);
            String name = ".hooks-" + pattern.word();
            files.plan(name, plan, density);
            files.picks(
                    name + ".picks", PickPlan.of(new byte[plan.rows()]), Collections.nCopies(plan.rows(), Rgb.WHITE));
            table.row(
                    List.of(pattern.word(), stem + name + ".bmp", String.valueOf(hooks), String.valueOf(plan.rows())));
        }
        Disk.write(files.file(".hooks.csv"), table.text().getBytes(UTF_8));
    }
}
