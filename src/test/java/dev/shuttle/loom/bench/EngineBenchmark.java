package dev.shuttle.loom.bench;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.convert.LoomEngine;
import dev.shuttle.loom.convert.Pictures;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.Style;
import dev.shuttle.loom.format.IndexedPng;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Decoding, converting, writing, and all three, of a generated picture or of the file named by -Dpicture=. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EngineBenchmark {
    @Param({"1", "2"})
    public int threads;

    private LoomEngine engine = new LoomEngine(1);
    private byte[] file = new byte[0];
    private Picture picture = Picture.blank(1, 1);
    private PointPaper paper = engine.design(picture, Recipe.faithful(2)).pointPaper();

    @Setup
    public void prepare() throws IOException, PictureException {
        engine = new LoomEngine(threads);
        String named = System.getProperty("picture", "");
        file = named.isEmpty() ? generated() : Files.readAllBytes(Path.of(named));
        picture = Picture.decode(file, Rgb.WHITE);
        paper = engine.design(picture, Recipe.faithful(16)).pointPaper();
    }

    private static byte[] generated() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(Pictures.photo(2400, 1600).toBufferedImage(), "png", out);
        return out.toByteArray();
    }

    @Benchmark
    public Picture decode() throws PictureException {
        return Picture.decode(file, Rgb.WHITE, threads);
    }

    @Benchmark
    public LoomDesign convert() {
        return engine.design(picture, Recipe.faithful(16));
    }

    @Benchmark
    public LoomDesign convertStyled() {
        return engine.design(picture, Recipe.faithful(16).withStyle(new Style(1.2, 1.3, 3, true)));
    }

    @Benchmark
    public byte[] write() {
        return IndexedPng.write(paper, threads);
    }

    @Benchmark
    public byte[] whole() throws PictureException {
        return IndexedPng.write(engine.design(file, Recipe.faithful(16)).pointPaper(), threads);
    }

    /** Runs all of it. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(EngineBenchmark.class.getSimpleName())
                        .jvmArgsAppend("-Dpicture=" + System.getProperty("picture", ""))
                        .build())
                .run();
    }
}
