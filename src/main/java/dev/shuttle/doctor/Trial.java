package dev.shuttle.doctor;

import dev.shuttle.dashscope.CloudError;
import dev.shuttle.dashscope.ErrorClass;
import dev.shuttle.dashscope.Stage;
import dev.shuttle.job.CloudAttempt;
import dev.shuttle.job.Job;
import dev.shuttle.page.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One paid try with the cloud, whoever made it: a job of the journal, or the examination itself.
 *
 * @param job its id; null where it was the examination
 * @param http the answer's status; null where none came
 * @param code the service's, one of ours, or OK
 * @param kind what the code means, see {@link ErrorClass}; OK for a success
 * @param emulated whether an emulator said so; of a job's failures it is not known
 */
record Trial(
        @Nullable String job,
        String model,
        Instant at,
        String stage,
        @Nullable Integer http,
        String code,
        @Nullable String message,
        @Nullable String requestId,
        @Nullable String taskId,
        String kind,
        boolean emulated) {
    static final String OK = "OK";

    /** Codes of the account as a whole; other refusals of kind ACCOUNT are about the key or the model. */
    private static final Set<String> OF_THE_ACCOUNT =
            Set.of("Arrearage", "CommodityNotPurchased", "PrepaidBillOverdue", "PostpaidBillOverdue");

    static List<Trial> of(Job job) {
        List<Trial> trials = new ArrayList<>();
        for (CloudAttempt attempt : job.attempts()) {
            trials.add(new Trial(
                    job.id().value(),
                    attempt.model(),
                    attempt.at(),
                    attempt.stage(),
                    attempt.http(),
                    attempt.code(),
                    attempt.message(),
                    attempt.requestId(),
                    attempt.taskId(),
                    attempt.kind(),
                    false));
        }
        return trials;
    }

    static Trial failed(String model, Instant at, CloudError error, boolean emulated) {
        return new Trial(
                null,
                model,
                at,
                error.stage().name().toLowerCase(Locale.ROOT),
                error.http() == 0 ? null : error.http(),
                error.code(),
                error.message(),
                error.requestId(),
                error.taskId(),
                error.errorClass().name(),
                emulated);
    }

    static Trial succeeded(
            @Nullable String job,
            String model,
            Instant at,
            @Nullable String requestId,
            @Nullable String taskId,
            boolean emulated) {
        return new Trial(job, model, at, "submit", 200, OK, null, requestId, taskId, OK, emulated);
    }

    boolean isSuccess() {
        return code.equals(OK);
    }

    /** Whether the service refused the account: bills, not a model. */
    boolean isOfTheAccount() {
        return OF_THE_ACCOUNT.contains(code);
    }

    /** Whether the service refused this model: not opened, its free quota used up, no such model here. */
    boolean isOfTheModel() {
        boolean account = kind.equals(ErrorClass.ACCOUNT.name());
        return kind.equals(ErrorClass.NEXT_MODEL.name())
                || (account && !isOfTheAccount() && !code.equals("InvalidApiKey") && !code.equals("NO_KEY"));
    }

    boolean isThrottled() {
        return code.startsWith("Throttling") && !isOfTheModel();
    }

    /** What to do, as the client's own table says it. */
    Text hint() {
        ErrorClass errorClass = Arrays.stream(ErrorClass.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElse(ErrorClass.NEVER);
        CloudError error = new CloudError(
                code,
                message == null ? "" : message,
                http == null ? 0 : http,
                requestId,
                taskId,
                Stage.SUBMIT,
                errorClass,
                Duration.ZERO);
        return hint(error);
    }

    static Text hint(CloudError error) {
        return new Text(error.hint(Locale.ENGLISH), error.hint(Locale.SIMPLIFIED_CHINESE));
    }
}
