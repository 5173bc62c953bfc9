package dev.shuttle.app;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.intake.Admission;
import dev.shuttle.pipeline.intake.Cards;
import dev.shuttle.pipeline.intake.Claim;
import dev.shuttle.pipeline.intake.Inbox;
import dev.shuttle.pipeline.intake.Pairs;
import dev.shuttle.pipeline.intake.RestedFiles;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.settings.Settings;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The part of {@link Wiring} that joins what comes in: the inbox, whose files they are, and what is admitted as a job. */
record IntakeWiring(Inbox inbox, Claim claim, Admission admission) {
    /** @param steady only passes, whatever the clock is set to; how long a file has rested is measured by it */
    static IntakeWiring of(
            Settings settings,
            Presets presets,
            Journal journal,
            InstantSource clock,
            InstantSource steady,
            RandomGenerator random,
            Shutdown shutdown) {
        Settings.Folders folders = settings.folders();
        Cards cards = new Cards(folders.cards(), folders.calibrations(), folders.weaves(), folders.machines());
        Pairs pairs = new Pairs(
                new RestedFiles(settings.intake().settle(), steady),
                settings.intake().settle(),
                steady);
        Claim claim = new Claim(folders.work(), clock, random);
        return new IntakeWiring(
                new Inbox(folders, settings.intake(), pairs, claim, clock, shutdown),
                claim,
                new Admission(settings.intake(), presets, cards, folders.outbox(), journal, clock));
    }
}
