package dev.shuttle.campaign;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.image.Mutation;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.image.PictureFormat;
import dev.shuttle.loom.image.PictureHeader;
import dev.shuttle.loom.image.Specimens;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts every picture of a folder through the decoder and, where asked, beside a reference reader: {@code run.sh pictures FOLDER
 * [--reference] [--mutants N]}. One line a file goes to standard output, tab-separated; the counts come last.
 */
public final class PicturesCampaign {
    private static final long SEED = 20261130;
    private static final long SLOW_MS = 2000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Map<String, Integer> counts = new TreeMap<>();
    private final @Nullable Reference reference;

    private PicturesCampaign(@Nullable Reference reference) {
        this.reference = reference;
    }

    /**
     * Runs it.
     *
     * @param arguments a folder, then options
     */
    public static void main(String[] arguments) throws IOException {
        List<String> options = new ArrayList<>(List.of(arguments));
        if (options.isEmpty() || options.get(0).startsWith("-")) {
            System.err.println("usage: run.sh pictures FOLDER [--reference] [--mutants N]");
            System.exit(2);
        }
        int mutants =
                options.contains("--mutants") ? Integer.parseInt(options.get(options.indexOf("--mutants") + 1)) : 0;
        try (Reference reader = options.contains("--reference") ? Reference.start() : null) {
            PicturesCampaign campaign = new PicturesCampaign(reader);
            campaign.files(Path.of(options.get(0)));
            campaign.mutants(mutants);
            campaign.counts.forEach((outcome, count) -> campaign.out.println("# " + outcome + "\t" + count));
            System.exit(campaign.counts.keySet().stream().anyMatch(PicturesCampaign::isBad) ? 1 : 0);
        }
    }

    private static boolean isBad(String outcome) {
        return Stream.of("ERROR", "SLOW", "SIZE", "CLASS_NAME").anyMatch(outcome::startsWith);
    }

    private void files(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            if (PictureFormat.of(bytes).isPresent()) {
                one(file.toString(), bytes, file);
            }
        }
    }

    private void mutants(int count) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<Specimens.Specimen> specimens = Specimens.all();
        for (int i = 0; i < count; i++) {
            Specimens.Specimen specimen = specimens.get(i % specimens.size());
            one("mutant " + i + " of " + specimen.name(), new Mutation(random).of(specimen.file()), null);
        }
    }

    private void one(String name, byte[] file, @Nullable Path path) throws IOException {
        long before = threads.getCurrentThreadCpuTime();
        Picture picture = null;
        String outcome;
        String detail;
        try {
            PictureHeader header = PictureHeader.read(file);
            picture = Picture.decode(file, Rgb.WHITE);
            boolean same = picture.width() == header.width() && picture.height() == header.height();
            outcome = same ? "DECODED" : "SIZE";
            detail = picture.width() + " x " + picture.height();
        } catch (PictureException refused) {
            boolean named = refused.message().matches(".*(Exception|javax?\\.|com\\.).*");
            outcome = named ? "CLASS_NAME" : "REFUSED";
            detail = refused.code() + ": " + refused.message();
        } catch (RuntimeException | Error wrong) {
            outcome = "ERROR";
            detail = wrong.toString();
        }
        long ms = (threads.getCurrentThreadCpuTime() - before) / 1_000_000;
        if (ms > SLOW_MS) {
            outcome = "SLOW";
        }
        if (reference != null && path != null) {
            String verdict = reference.compare(path, picture);
            outcome = outcome + " " + verdict.replaceFirst("\t.*", "");
            detail += "\t" + verdict;
        }
        counts.merge(outcome, 1, Integer::sum);
        out.println(outcome + "\t" + ms + "\t" + name + "\t" + detail);
    }
}
