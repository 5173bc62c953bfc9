package dev.shuttle.pipeline.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.format.LiftBmp;
import dev.shuttle.loom.format.LiftPicture;
import dev.shuttle.loom.format.LiftPng;
import dev.shuttle.loom.format.LiftTiff;
import dev.shuttle.loom.format.PicksCsv;
import dev.shuttle.loom.harness.LoomPick;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.PickPlan;
import dev.shuttle.pipeline.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Writes lift plans and pick plans. Each is read again from the disk, by other code than wrote it, and compared: a wrong file
 * is a fault of the program and ends the job.
 *
 * @param stem what the files' names begin with
 */
record LiftFiles(Path folder, String stem) {
    /** A plan in the three formats that looms and programs read. */
    void plan(String name, BitGrid plan, Density density) throws IOException {
        picture(name + ".bmp", LiftBmp.write(plan, density), plan);
        picture(name + ".tif", LiftTiff.write(plan, density), plan);
        picture(name + ".png", LiftPng.write(plan, density), plan);
    }

    /** A plan as BMP alone. */
    void bmp(String name, BitGrid plan, Density density) throws IOException {
        picture(name + ".bmp", LiftBmp.write(plan, density), plan);
    }

    /**
     * What the loom does for each pick.
     *
     * @param plan by which it is checked
     * @param colours of each pick, by rows of the lift plan
     * @param yarns what a colour's yarn is called
     * @param sized whether the density is the cloth's
     */
    void picks(
            String name,
            PickPlan plan,
            List<LoomPick> picks,
            List<Rgb> colours,
            Function<Rgb, String> yarns,
            boolean sized)
            throws IOException {
        Path file = file(name + ".csv");
        Disk.write(file, PicksCsv.write(picks, colours, yarns, sized).getBytes(UTF_8));
        check(PicksCsv.read(Files.readString(file)).equals(plan), file);
    }

    private void picture(String name, byte[] bytes, BitGrid plan) throws IOException {
        Path file = file(name);
        Disk.write(file, bytes);
        check(LiftPicture.read(Files.readAllBytes(file)).equals(plan), file);
    }

    /** The file of that name. */
    Path file(String name) {
        return folder.resolve(stem + name);
    }

    static void check(boolean same, Path file) {
        if (!same) {
            throw new IllegalStateException(file + " does not hold what was written");
        }
    }
}
