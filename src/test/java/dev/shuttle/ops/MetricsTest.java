package dev.shuttle.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Open;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.pipeline.job.Taken;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.web.server.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is counted of a job's end. */
final class MetricsTest {
    private static Job failed(String code) {
        Job job = Jobs.admitted("peony.png");
        return job.in(((Open) job.state()).failed(new Problem(code, "why", "what to do"), Jobs.NOON));
    }

    private static String scraped(Metrics metrics) {
        return new String(
                ((Answer.Bytes) metrics.scrape(Map.of(), Map.of(), List.of())).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aJobThatTakesDownWhoeverHasItIsCountedAsADeadLetter() {
        Metrics metrics = new Metrics();
        assertThat(scraped(metrics)).as("so that the first is an increase").contains("shuttle_dead_letters_total 0.0");

        metrics.committed(failed(Taken.KEEPS_FAILING));
        metrics.committed(failed("INTERNAL"));

        assertThat(scraped(metrics)).contains("shuttle_dead_letters_total 1.0");
    }
}
