package dev.shuttle.ops.doctor;

import dev.shuttle.pipeline.job.ExistingJournal;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.report.page.Text;
import dev.shuttle.settings.Settings;
import java.util.List;
import java.util.Optional;

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
            return List.of(told(words, journal));
        } catch (JournalException e) {
            return List.of(words.told(Level.FAIL, Text.plain(e.hint()), "said", String.valueOf(e.getMessage())));
        }
    }

    private Finding told(Words words, ExistingJournal journal) {
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
