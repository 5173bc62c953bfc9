package dev.shuttle.ops.doctor;

import dev.shuttle.pipeline.intake.Machines;
import dev.shuttle.pipeline.intake.Weaves;
import dev.shuttle.pipeline.job.ExistingJournal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.recipe.CalibrationFile;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.preset.PresetException;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.report.page.Text;
import dev.shuttle.settings.Secret;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is read at the start: presets, yarn cards, routes, the journal, the key. */
final class ConfigurationChecks {
    private ConfigurationChecks() {}

    /** Whether the presets can be read, and the default one is among them. */
    record PresetsCheck(Path folder, String usual) implements Check {
        @Override
        public String name() {
            return "presets";
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            try {
                Presets presets = Presets.load(folder);
                return List.of(
                        presets.knows(usual)
                                ? words.ok("presets", presets.all().size(), usual)
                                : words.fail("presets.usual", usual, presets.names()));
            } catch (PresetException e) {
                return List.of(
                        words.hinted(Finding.Level.FAIL, Text.plain(e.hint()), "said", String.valueOf(e.getMessage())));
            }
        }
    }

    /** Whether the yarn cards that tickets may name can be read. */
    record CardsCheck(Path folder) implements Check {
        @Override
        public String name() {
            return "cards";
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            if (!Files.isDirectory(folder)) {
                return List.of(words.ok("cards.none", folder));
            }
            List<Finding> bad = new ArrayList<>();
            int good = 0;
            try {
                for (Path card : cards()) {
                    try {
                        Presets.checkCard(card);
                        good++;
                    } catch (PresetException e) {
                        bad.add(words.hinted(
                                Finding.Level.WARN, Text.plain(e.hint()), "said", String.valueOf(e.getMessage())));
                    }
                }
            } catch (IOException e) {
                return List.of(words.fail("folder.unreadable", folder, Probe.why(e)));
            }
            return bad.isEmpty() ? List.of(words.ok("cards", good, folder)) : bad;
        }

        private List<Path> cards() throws IOException {
            return plainFiles(folder);
        }
    }

    private static List<Path> plainFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** Whether the calibrations that recipes may name can be read. */
    record CalibrationsCheck(Path folder) implements Check {
        @Override
        public String name() {
            return "calibrations";
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            if (!Files.isDirectory(folder)) {
                return List.of(words.ok("calibrations.none", folder));
            }
            List<Finding> bad = new ArrayList<>();
            int good = 0;
            try {
                for (Path file : plainFiles(folder)) {
                    String called = file.getFileName().toString().replaceFirst("\\.json$", "");
                    try {
                        CalibrationFile.read(called, Files.readAllBytes(file));
                        good++;
                    } catch (RecipeException e) {
                        bad.add(words.hinted(Finding.Level.WARN, Text.plain(e.hint()), "said", e.getMessage()));
                    }
                }
            } catch (IOException e) {
                return List.of(words.fail("folder.unreadable", folder, Probe.why(e)));
            }
            return bad.isEmpty() ? List.of(words.ok("calibrations", good, folder)) : bad;
        }
    }

    /** Whether the weaves that recipes may name can be read. */
    record WeavesCheck(Path folder) implements Check {
        @Override
        public String name() {
            return "weaves";
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            if (!Files.isDirectory(folder)) {
                return List.of(words.ok("weaves.none", folder));
            }
            List<Finding> bad = new ArrayList<>();
            int good = 0;
            try {
                for (Path file : plainFiles(folder)) {
                    try {
                        good += Weaves.count(file);
                    } catch (RecipeException e) {
                        bad.add(words.hinted(Finding.Level.WARN, Text.plain(e.hint()), "said", e.getMessage()));
                    }
                }
            } catch (IOException e) {
                return List.of(words.fail("folder.unreadable", folder, Probe.why(e)));
            }
            return bad.isEmpty() ? List.of(words.ok("weaves", good, folder)) : bad;
        }
    }

    /** Whether the machines that recipes may name can be read. */
    record MachinesCheck(Path folder) implements Check {
        @Override
        public String name() {
            return "machines";
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            if (!Files.isDirectory(folder)) {
                return List.of(words.ok("machines.none", folder));
            }
            List<Finding> bad = new ArrayList<>();
            int good = 0;
            try {
                for (Path file : plainFiles(folder)) {
                    String called = file.getFileName().toString();
                    if (called.endsWith(".yaml")) {
                        try {
                            Machines.check(file);
                            good++;
                        } catch (RecipeException e) {
                            bad.add(words.hinted(Finding.Level.WARN, Text.plain(e.hint()), "said", e.getMessage()));
                        }
                    }
                }
            } catch (IOException e) {
                return List.of(words.fail("folder.unreadable", folder, Probe.why(e)));
            }
            return bad.isEmpty() ? List.of(words.ok("machines", good, folder)) : bad;
        }
    }

    /**
     * Whether the routes can be read.
     *
     * @param faults reads them; each fault names its file
     */
    record RoutesCheck(Path folder, Supplier<List<String>> faults) implements Check {
        @Override
        public String name() {
            return "routes";
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            List<String> found = faults.get();
            return found.isEmpty()
                    ? List.of(words.ok("routes", folder))
                    : found.stream()
                            .map(fault -> words.fail("routes.bad", fault))
                            .toList();
        }
    }

    /** Whether the journal opens, in which version; its newest jobs go into the records. */
    record JournalCheck(Settings.Database database, Records records) implements Check {
        private static final int NEWEST = 200;

        @Override
        public String name() {
            return "journal";
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            try (ExistingJournal journal = ExistingJournal.open(database.url(), database.user(), database.password())
                    .orElse(null)) {
                if (journal == null) {
                    return List.of(words.ok("journal.none", database.url()));
                }
                records.remember(journal.newest(NEWEST));
                return List.of(finding(words, journal));
            } catch (JournalException e) {
                return List.of(
                        words.hinted(Finding.Level.FAIL, Text.plain(e.hint()), "said", String.valueOf(e.getMessage())));
            }
        }

        private Finding finding(Words words, ExistingJournal journal) {
            Optional<String> version = journal.version();
            if (journal.isAhead()) {
                return words.fail("journal.ahead", version.orElse("?"));
            }
            int jobs = records.jobs().size();
            return journal.isBehind()
                    ? words.ok("journal.behind", version.orElse("–"), jobs)
                    : words.ok("journal", version.orElse("–"), jobs);
        }
    }

    /**
     * Whether there is a key, and whether it looks like one. Nothing of it is shown but how long it is.
     *
     * @param origin where it was found
     */
    record KeyCheck(@Nullable Secret key, String origin) implements Check {
        private static final int SHORTEST = 20;
        private static final String CODING_PLAN = "sk-sp-";

        @Override
        public String name() {
            return "key";
        }

        @Override
        public List<Finding> look() {
            return List.of(key == null ? new Words(name()).fail("key.none") : shape(key.get()));
        }

        private Finding shape(String text) {
            Words words = new Words(name());
            int length = text.length();
            if (text.chars().anyMatch(Character::isWhitespace)) {
                return words.fail("key.blank", origin, length);
            }
            if (!text.chars().allMatch(character -> character > ' ' && character < 127)) {
                return words.fail("key.foreign", origin, length);
            }
            if (text.startsWith("\"") || text.startsWith("'") || text.startsWith("<") || text.startsWith("Bearer")) {
                return words.fail("key.wrapped", origin, length);
            }
            if (text.startsWith(CODING_PLAN)) {
                return words.fail("key.plan", origin, length);
            }
            boolean plausible = text.startsWith("sk-") && length >= SHORTEST;
            return plausible ? words.ok("key", origin, length) : words.warn("key.odd", origin, length);
        }
    }
}
