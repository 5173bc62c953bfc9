package dev.shuttle.pipeline.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.draft.Draft;
import dev.shuttle.loom.draft.DraftException;
import dev.shuttle.loom.draft.Drafting;
import dev.shuttle.loom.draft.DtxReader;
import dev.shuttle.loom.draft.DtxWriter;
import dev.shuttle.loom.draft.WifReader;
import dev.shuttle.loom.draft.WifStyle;
import dev.shuttle.loom.draft.WifWriter;
import dev.shuttle.loom.format.ExperimentalJc5;
import dev.shuttle.loom.format.HooksCsv;
import dev.shuttle.loom.format.Jc5Lifts;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.PickPlan;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.recipe.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Writes what a loom takes of a cloth. Each file that has the lifts is read again from the disk, by other code than wrote
 * it, and compared: a wrong file is a fault of the program and ends the job.
 */
final class WeaveFiles {
    private final Cloth cloth;
    private final BitGrid lifts;
    private final Density density;
    private final Path folder;
    private final String stem;
    private final boolean sized;
    private final WifStyle wif;
    private final LiftFiles files;

    private final LoomPlan loom;
    private final YarnNames names;

    /** @param issue what the files' names begin with, and whether the fabric is known */
    WeaveFiles(Cloth cloth, LoomPlan loom, YarnNames names, Path folder, LoomFiles.Issue issue, WifStyle wif) {
        this.cloth = cloth;
        this.loom = loom;
        this.names = names;
        this.lifts = cloth.lifts();
        this.density = new Density(cloth.allEndsPerCm(), cloth.allPicksPerCm());
        this.folder = folder;
        this.stem = issue.stem();
        this.sized = issue.sized();
        this.wif = wif;
        this.files = new LiftFiles(folder, issue.stem());
    }

    void write(Set<Output> wanted) throws IOException {
        if (wanted.contains(Output.LIFTPLAN)) {
            files.plan(".liftplan", lifts, density);
            binders();
            files.picks(".picks", cloth.plan().picks(), loom.picks(), cloth.pickColours(), names::of, sized);
            hooks();
        }
        if (wanted.contains(Output.SEPARATIONS)) {
            separations();
        }
        if (wanted.contains(Output.WIF) || wanted.contains(Output.DTX)) {
            draft(wanted);
        }
        if (wanted.contains(Output.JC5)) {
            Path file = folder.resolve(stem + ".experimental.jc5");
            Disk.write(file, ExperimentalJc5.write(lifts, stem));
            LiftFiles.check(
                    Jc5Lifts.first(Jc5Lifts.read(Files.readAllBytes(file)), lifts.columns())
                            .equals(lifts),
                    file);
        }
    }

    /** The lift plan as the machine takes it, as wide as it is, and what hangs where. */
    private void hooks() throws IOException {
        BitGrid machine = loom.lifts();
        if (machine != null) {
            files.bmp(".liftplan-hooks", machine, density);
            Disk.write(files.file(".hooks.csv"), HooksCsv.write(loom.hooks()).getBytes(UTF_8));
        }
    }

    /** Where a front harness lifts the binders, the hooks get the mains alone. */
    private void binders() throws IOException {
        BitGrid mains = cloth.withSelvedges(cloth.plan().mains());
        BitGrid binders = cloth.plan().binders();
        if (binders.columns() > 0) {
            files.bmp(".liftplan-mains", mains, share(mains));
            files.bmp(".liftplan-binders", binders, share(binders));
        }
    }

    private Density share(BitGrid some) {
        return new Density(density.endsPerCm() * some.columns() / lifts.columns(), density.linesPerCm());
    }

    private void separations() throws IOException {
        PickPlan picks = cloth.plan().picks();
        for (int weft = 0; weft < picks.wefts(); weft++) {
            BitGrid own = lifts.rows(picks.rows(weft));
            if (own.rows() > 0) {
                double perCm = density.linesPerCm() * own.rows() / lifts.rows();
                files.bmp(".weft" + (weft + 1), own, new Density(density.endsPerCm(), perCm));
            }
        }
    }

    private void draft(Set<Output> wanted) throws IOException {
        Drafting drafting = Drafting.of(
                stem, lifts, cloth.endColours(), cloth.pickColours(), density.endsPerCm(), density.linesPerCm());
        if (drafting.draft().isEmpty()) {
            return;
        }
        Draft draft = drafting.draft().get();
        if (wanted.contains(Output.WIF)) {
            Path file = folder.resolve(stem + ".wif");
            Disk.write(file, WifWriter.write(draft, wif, spacings()));
            LiftFiles.check(same(WifReader::read, file, draft), file);
        }
        if (wanted.contains(Output.DTX)) {
            Path file = folder.resolve(stem + ".dtx");
            Disk.write(file, DtxWriter.write(draft));
            LiftFiles.check(same(DtxReader::read, file, draft), file);
        }
    }

    /** The room of each pick in the order of weaving, cm; none where the density is even. */
    private List<Double> spacings() {
        if (cloth.density().isEven()) {
            return List.of();
        }
        if (!cloth.isOfLines()) {
            double[] rooms = cloth.rooms();
            return IntStream.range(0, rooms.length)
                    .mapToObj(pick -> rooms[rooms.length - 1 - pick])
                    .toList();
        }
        int[] lines = cloth.lines();
        int[] onALine = new int[cloth.faces().lines()];
        Arrays.stream(lines).forEach(line -> onALine[line]++);
        return IntStream.range(0, lines.length)
                .map(pick -> lines[lines.length - 1 - pick])
                .mapToObj(line -> 1 / cloth.density().linesPerCm(line) / onALine[line])
                .toList();
    }

    private interface Reader {
        Draft read(byte[] file) throws DraftException;
    }

    /** Whether a file has the same lifts and the same colours. */
    private boolean same(Reader reader, Path file, Draft draft) throws IOException {
        try {
            Draft found = reader.read(Files.readAllBytes(file));
            return found.drawdown().upsideDown().equals(lifts)
                    && found.warp().equals(draft.warp())
                    && found.weft().equals(draft.weft());
        } catch (DraftException e) {
            throw new IllegalStateException(file + " was written and cannot be read: " + e.getMessage(), e);
        }
    }
}
