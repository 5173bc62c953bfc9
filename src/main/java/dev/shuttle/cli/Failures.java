package dev.shuttle.cli;

import dev.shuttle.app.StartException;
import dev.shuttle.pipeline.job.JournalException;
import dev.shuttle.recipe.preset.PresetException;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.SettingsException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A user reads what is wrong and what to do; a stack trace is for the log. */
final class Failures {
    private Failures() {}

    /** Prints a command's failure and gives its exit code. */
    static int print(Exception failure, PrintWriter err) {
        if (failure instanceof SettingsException settings) {
            settings.problems().forEach(problem -> say(err, problem, null));
        } else if (failure instanceof StartException start) {
            say(err, start.getMessage(), start.hint());
        } else if (failure instanceof PresetException preset) {
            say(err, preset.getMessage(), preset.hint());
        } else if (failure instanceof JournalException journal) {
            say(err, journal.getMessage(), journal.hint());
        } else {
            LoggerFactory.getLogger(ShuttleCommand.class).error("unexpected", failure);
            say(err, FileErrors.of(failure), "the log tells more");
        }
        return ShuttleCommand.UNUSABLE;
    }

    private static void say(PrintWriter err, @Nullable String what, @Nullable String hint) {
        err.println("shuttle: " + what);
        if (hint != null) {
            err.println("hint: " + hint);
        }
    }
}
