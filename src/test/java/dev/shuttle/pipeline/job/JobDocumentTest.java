package dev.shuttle.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The keys and words of a row stay as they are: older programs wrote them, and read them after a step back. */
final class JobDocumentTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456789Z");

    private final Job job = Job.admitted(
            new JobId("260115-040000-y2nj8m"),
            Source.arrived("peony.png", Origin.INBOX, 12),
            Order.preset("damask"),
            NOW);

    @Test
    void anAttemptHasItsKindAndItsTimeToTheNanosecond() {
        Job tried = job.tried(
                new Attempt("qwen-image-edit", NOW, "submit", 500, "InternalError", "no", "r", null, "RETRY"));

        assertThat(JobDocument.write(tried))
                .contains(
                        "\"attempts\":[{\"model\":\"qwen-image-edit\",\"at\":1795348800.123456789,\"stage\":\"submit\",\"http\":500,"
                                + "\"code\":\"InternalError\",\"message\":\"no\",\"requestId\":\"r\",\"taskId\":null,\"kind\":\"RETRY\"}]");
    }

    @Test
    void aRoadHasTheNameOfItsConstant() {
        Job converting = job.in(new JobState.Converting(NOW, Road.LOCAL, "TICKET"));

        assertThat(JobDocument.write(converting))
                .contains(
                        "{\"state\":\"CONVERTING\",\"since\":1795348800.123456789,\"road\":\"LOCAL\",\"reason\":\"TICKET\"}");
    }

    @Test
    void aProblemHasItsThreeTextsAndTimingsHaveAllStages() {
        Job failed = job.in(new JobState.Failed(NOW, new Problem("CODE", "message", "hint")));

        assertThat(JobDocument.write(failed))
                .contains(
                        "\"problem\":{\"code\":\"CODE\",\"message\":\"message\",\"hint\":\"hint\"}}",
                        "\"timings\":{\"admit\":null,\"submit\":null,\"poll\":null,\"download\":null,\"decode\":null,"
                                + "\"convert\":null,\"write\":null,\"publish\":null,\"total\":null}");
    }
}
