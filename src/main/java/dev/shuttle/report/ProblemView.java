package dev.shuttle.report;

import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in both languages where the code is known; the program's own words, which are English and name the file
 * and the figures, stand beside it.
 *
 * @param said what is wrong
 * @param message the program's words, where {@code said} is not these
 * @param hint what to do
 * @param also the program's hint, where {@code hint} is another
 */
record ProblemView(
        String code,
        Text said,
        @Nullable String message,
        @Nullable Text hint,
        @Nullable String also) {
    static @Nullable ProblemView of(@Nullable Problem problem, Texts texts) {
        if (problem == null) {
            return null;
        }
        Optional<Text> said = texts.known("problem.", problem.code()).or(() -> texts.known("reason.", problem.code()));
        Optional<Text> hint = texts.known("hint.", problem.code());
        String own = problem.hint();
        return new ProblemView(
                problem.code(),
                said.orElse(Text.plain(problem.message())),
                said.isPresent() ? problem.message() : null,
                hint.orElse(own == null || own.isEmpty() ? null : Text.plain(own)),
                hint.isPresent() ? own : null);
    }
}
