package dev.shuttle.ops.doctor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.shuttle.pipeline.cloud.Attempts;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.provider.Advice;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.dashscope.DashScope;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.page.Text;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One paid try with the cloud, whoever made it: a job of the journal, or the examination itself.
 *
 * @param job its id; null where it was the examination
 * @param attempt what became of it; code and kind are {@link #OK} for a success
 * @param emulated whether an emulator said so; of a job's failures it is not known
 */
record Trial(@Nullable String job, @JsonUnwrapped Attempt attempt, boolean emulated) {
    static final String OK = "OK";
    /** Codes of the account as a whole; other refusals of kind ACCOUNT are about the key or the model. */
    private static final Set<String> OF_THE_ACCOUNT =
            Set.of("Arrearage", "CommodityNotPurchased", "PrepaidBillOverdue", "PostpaidBillOverdue");

    static List<Trial> of(Job job) {
        return job.attempts().stream()
                .map(attempt -> new Trial(job.id().value(), attempt, false))
                .toList();
    }

    static Trial failed(String model, Instant at, CloudError error, boolean emulated) {
        return new Trial(null, Attempts.failed(model, at, error), emulated);
    }

    static Trial succeeded(
            @Nullable String job,
            String model,
            Instant at,
            @Nullable String requestId,
            @Nullable String taskId,
            boolean emulated) {
        return new Trial(job, new Attempt(model, at, "submit", 200, OK, null, requestId, taskId, OK), emulated);
    }

    String code() {
        return attempt.code();
    }

    Instant at() {
        return attempt.at();
    }

    boolean isSuccess() {
        return code().equals(OK);
    }

    /** Whether the service refused the account: bills, not a model. */
    boolean isOfTheAccount() {
        return OF_THE_ACCOUNT.contains(code());
    }

    /** Whether the service refused this model: not opened, its free quota used up, no such model here. */
    boolean isOfTheModel() {
        boolean account = attempt.kind().equals(ErrorClass.ACCOUNT.name());
        return attempt.kind().equals(ErrorClass.NEXT_MODEL.name())
                || (account && !isOfTheAccount() && !code().equals("InvalidApiKey") && !code().equals("NO_KEY"));
    }

    boolean isThrottled() {
        return code().startsWith("Throttling") && !isOfTheModel();
    }

    /** What to do, as the client's own table says it. */
    Text hint() {
        Advice advice = DashScope.advice(
                code(),
                Objects.requireNonNullElse(attempt.message(), ""),
                Objects.requireNonNullElse(attempt.http(), 0));
        return new Text(advice.in(Locale.ENGLISH), advice.in(Locale.SIMPLIFIED_CHINESE));
    }

    static Text hint(CloudError error) {
        return new Text(error.hint(Locale.ENGLISH), error.hint(Locale.SIMPLIFIED_CHINESE));
    }
}
