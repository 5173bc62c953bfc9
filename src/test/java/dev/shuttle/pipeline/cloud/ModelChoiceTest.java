package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.report.outcome.Attempt;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelChoiceTest {
    private final ModelChoice choice = new ModelChoice(List.of("a", "b"), provider -> true, provider -> true);

    private static Job after(String... tries) {
        Job job = Jobs.admitted("peony.png");
        for (String each : tries) {
            int blank = each.indexOf(' ');
            String model = each.substring(0, blank);
            String kind = each.substring(blank + 1);
            job = job.tried(new Attempt(model, Jobs.NOON, "submit", 500, "X", null, null, null, kind));
        }
        return job;
    }

    @Test
    void theFirstModelComesFirst() {
        assertThat(choice.next(after())).contains("a");
    }

    @ParameterizedTest
    @CsvSource({"RETRY", "ACCOUNT", "NEVER"})
    void whatIsNotTheModelsFaultDoesNotGiveItUp(String kind) {
        assertThat(choice.next(after("a " + kind, "a " + kind, "a " + kind))).contains("a");
    }

    @Test
    void whatIsMostlyTheInputsFaultIsMetTwice() {
        assertThat(choice.next(after("a RETRY_ONCE"))).contains("a");
        assertThat(choice.next(after("a RETRY_ONCE", "a RETRY_ONCE"))).contains("b");
    }

    @Test
    void aModelThatCannotBeUsedIsGivenUpAtOnce() {
        assertThat(choice.next(after("a NEXT_MODEL"))).contains("b");
    }

    @Test
    void afterTheLastModelThereIsNone() {
        assertThat(choice.next(after("a NEXT_MODEL", "b RETRY_ONCE", "b RETRY_ONCE")))
                .isEmpty();
    }

    @Test
    void modelsOfAProviderWithoutAKeyArePassedOver() {
        ModelChoice keyless =
                new ModelChoice(List.of("acme:c", "a"), provider -> true, provider -> !provider.equals("acme"));

        assertThat(keyless.next(after())).contains("a");
        assertThat(keyless.isWithoutKey(after())).isFalse();
        assertThat(keyless.next(after("a NEXT_MODEL"))).isEmpty();
        assertThat(keyless.isWithoutKey(after("a NEXT_MODEL"))).isTrue();
    }

    @Test
    void aProviderThatFailedTheJobIsAskedAgainBeforeOneWhoseBreakerIsOpen() {
        ModelChoice open =
                new ModelChoice(List.of("a", "acme:c"), provider -> provider.equals("acme"), provider -> true);

        assertThat(open.next(after("a RETRY", "acme:c RETRY"))).contains("acme:c");
    }

    @Test
    void anotherModelsFailuresDoNotCount() {
        assertThat(choice.next(after("a RETRY_ONCE", "b RETRY_ONCE", "c NEXT_MODEL")))
                .contains("a");
    }
}
