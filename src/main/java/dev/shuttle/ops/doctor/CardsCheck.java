package dev.shuttle.ops.doctor;

import dev.shuttle.loom.yarn.YarnCard;
import dev.shuttle.loom.yarn.YarnCardException;
import dev.shuttle.report.page.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
                    YarnCard.read(Files.readAllBytes(card));
                    good++;
                } catch (YarnCardException e) {
                    bad.add(words.told(
                            Level.WARN, Text.plain(e.hint()), "said", card.getFileName() + ": " + e.message()));
                }
            }
        } catch (IOException e) {
            return List.of(words.fail("folder.unreadable", folder, Probe.why(e)));
        }
        return bad.isEmpty() ? List.of(words.ok("cards", good, folder)) : bad;
    }

    private List<Path> cards() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
