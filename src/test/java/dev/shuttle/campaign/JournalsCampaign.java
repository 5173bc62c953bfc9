package dev.shuttle.campaign;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.ShuttleProcess;
import dev.shuttle.rig.TestCloud;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Kills the program at a random moment, damages its journal, starts it again: options {@code --trials N} (each damage so many times),
 * {@code --jobs N}, {@code --seed N}, {@code --damage NAME} (only this one), {@code --folder DIR}.
 */
public final class JournalsCampaign {
    private static final List<String> MOMENTS = List.of(
            "admitted", "submitting", "submitting", "submitted", "task ended", "downloaded", "converted", "done");
    private static final List<String> FILES = List.of("journal.db", "journal.db-wal", "journal.db-shm");
    private static final Set<String> ALLOWED = Set.of("JOURNAL_ROW_UNREADABLE");

    /** What is done to the journal. */
    enum Damage {
        FRESH,
        ROLLED_BACK,
        TRUNCATED,
        BITS_FLIPPED,
        GARBAGE_ROWS
    }

    private final Path root;
    private final Trials<Damage> trials;

    JournalsCampaign(Path root, int jobs) {
        this.root = root;
        this.trials = new Trials<>(jobs);
    }

    /** Runs the campaign; exit code 1 where a law was broken. */
    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        JournalsCampaign campaign =
                new JournalsCampaign(Path.of(options.text("folder", "/tmp/journal-trials")), options.number("jobs", 8));
        int trials = options.number("trials", 10);
        int seed = options.number("seed", 1);
        String only = options.text("damage", "");
        for (Damage damage : Damage.values()) {
            if (!only.isEmpty() && !damage.name().equals(only)) {
                continue;
            }
            for (int i = 0; i < trials; i++) {
                int each = seed + i;
                campaign.trials.attempt(damage, damage + " seed " + each, () -> campaign.trial(damage, each));
            }
            campaign.trials.print(damage, trials);
        }
        System.exit(campaign.broken().isEmpty() ? 0 : 1);
    }

    List<String> broken() {
        return trials.broken();
    }

    Tally tally(Damage damage) {
        return trials.tally(damage);
    }

    void trial(Damage damage, int seed) throws Exception {
        String name = damage + " seed " + seed;
        Random random = new Random(31L * seed + damage.name().hashCode());
        Path place = root.resolve(damage.name().toLowerCase(java.util.Locale.ROOT) + "-" + seed);
        Trials.Trial trial = trials.begin(place, seed);
        Folder folder = trial.folder();
        Path copy = Files.createDirectories(place.resolve("copy"));
        try (Emulator cloud = TestCloud.start()) {
            Map<String, String> environment = Rig.environment(cloud);
            runAndKill(folder, environment, random);
            copy(folder.work(), copy);
            runAndKill(folder, environment, random);
            damage(damage, folder.work(), copy, random);
            finish(name, folder, environment, tally(damage));
            tally(damage).count(name, folder, trial.pictures(), cloud, ALLOWED);
        }
        if (tally(damage).broken().stream().noneMatch(each -> each.startsWith(name))) {
            Disk.deleteTree(place);
        }
    }

    private void runAndKill(Folder folder, Map<String, String> environment, RandomGenerator random) throws Exception {
        String word = MOMENTS.get(random.nextInt(MOMENTS.size()));
        int times = 1 + random.nextInt(Math.max(1, trials.jobs() / 2));
        try (ShuttleProcess run = ShuttleProcess.start(folder.settings(), environment, "run", "--once")) {
            run.awaitLineWhileItGoesOn(line -> line.contains(" - " + word), times, Duration.ofMinutes(1));
            run.kill();
        }
    }

    /** A journal that is refused is moved out of the way, as the message says. */
    private static void finish(String name, Folder folder, Map<String, String> environment, Tally tally)
            throws Exception {
        try (ShuttleProcess last = ShuttleProcess.start(folder.settings(), environment, "run", "--once")) {
            int code = last.exitCodeWhileItGoesOn(Trials.SILENCE);
            if (code != 2) {
                return;
            }
            tally.law(last.output().contains("move the file"), name + ": refused without what to do: " + last.output());
        }
        Path aside = Files.createDirectories(folder.root().resolve("aside"));
        for (String file : FILES) {
            if (Files.exists(folder.work().resolve(file))) {
                Files.move(folder.work().resolve(file), aside.resolve(file));
            }
        }
        try (ShuttleProcess again = ShuttleProcess.start(folder.settings(), environment, "run", "--once")) {
            int code = again.exitCodeWhileItGoesOn(Trials.SILENCE);
            tally.law(code != 2, name + ": does not start with a fresh journal: " + again.output());
        }
    }

    private static void damage(Damage damage, Path work, Path copy, RandomGenerator random) throws Exception {
        switch (damage) {
            case FRESH -> remove(work);
            case ROLLED_BACK -> {
                remove(work);
                copy(copy, work);
            }
            case TRUNCATED -> {
                Path file = one(work, random);
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate((long) (random.nextDouble() * channel.size()));
                }
            }
            case BITS_FLIPPED -> {
                Path file = one(work, random);
                byte[] bytes = Files.readAllBytes(file);
                for (int i = 0; i < 8 && bytes.length > 0; i++) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                Files.write(file, bytes);
            }
            case GARBAGE_ROWS -> garbage(work, random);
        }
    }

    private static Path one(Path work, RandomGenerator random) {
        List<Path> there = FILES.subList(0, 2).stream()
                .map(work::resolve)
                .filter(Files::exists)
                .toList();
        return there.get(random.nextInt(there.size()));
    }

    private static void garbage(Path work, RandomGenerator random) throws SQLException {
        List<String> changes = List.of(
                "document = 'garbage'",
                "document = substr(document, 1, 99)",
                "document = replace(document, '\"state\":\"', '\"state\":\"X')",
                "state = 'ROUTED'",
                "version = version + 5",
                "open = 3",
                "document = x'00ff'");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + work.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            List<String> ids = new ArrayList<>();
            try (var rows = statement.executeQuery("SELECT id FROM job WHERE open = 1 ORDER BY id")) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            for (String id : ids) {
                if (random.nextBoolean()) {
                    statement.execute("UPDATE job SET " + changes.get(random.nextInt(changes.size())) + " WHERE id = '"
                            + id + "'");
                }
            }
        }
    }

    private static void remove(Path work) throws IOException {
        for (String file : FILES) {
            Files.deleteIfExists(work.resolve(file));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : Stream.of("journal.db", "journal.db-wal")
                .map(from::resolve)
                .filter(Files::exists)
                .toList()) {
            Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
