package dev.shuttle.loom.convert;

import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.format.IndexedPng;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code IN OUT COLOURS}: one faithful conversion as a whole process, to be measured beside other programs. */
public final class ConvertForBench {
    private ConvertForBench() {}

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.getInteger("threads", 2);
        Recipe recipe = Recipe.faithful(Integer.parseInt(arguments[2]));
        int repetitions = Integer.getInteger("repeat", 1);
        for (int i = 0; i < repetitions; i++) {
            long start = System.nanoTime();
            LoomDesign design = new LoomEngine(threads).design(Files.readAllBytes(Path.of(arguments[0])), recipe);
            long designed = System.nanoTime();
            Files.write(Path.of(arguments[1]), IndexedPng.write(design.pointPaper(), threads));
            System.err.printf(
                    "inner %.3f  write %.3f  %s%n",
                    (System.nanoTime() - start) / 1e9, (System.nanoTime() - designed) / 1e9, design.timings());
        }
    }
}
