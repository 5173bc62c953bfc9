package dev.shuttle.dashscope;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends pictures, and sends one again only where it was certainly not accepted.
 *
 * <p>DashScope has no idempotency key. A refusal is certain if it carries the service's error code or is a 4xx; a time-out reported
 * by a gateway, or a 5xx without a code, may hide a task that was made.
 */
final class Submitter {
    private static final Logger LOG = LoggerFactory.getLogger(Submitter.class);
    /** Somebody between us and the model gave up waiting; a task may have been made all the same. */
    private static final Set<String> UNSURE_CODES =
            Set.of("RequestTimeOut", "ResponseTimeout", "InternalError.Timeout");

    private final DashScopeSettings settings;
    private final Calls calls;
    private final Limiter limiter;

    Submitter(DashScopeSettings settings, Calls calls, Limiter limiter) {
        this.settings = settings;
        this.calls = calls;
        this.limiter = limiter;
    }

    SubmitAnswer submit(Submission submission, Sending sending) {
        Optional<byte[]> encoded = body(submission);
        if (encoded.isEmpty()) {
            return notEncoded(submission);
        }
        byte[] body = encoded.get();
        var attempts = new ArrayList<Attempt>();
        for (int before = 0; ; before++) {
            Instant at = calls.clock().instant();
            SubmitAnswer answer = attempt(submission.model(), body, List.copyOf(attempts), sending);
            CloudError error = errorOf(answer);
            if (error == null) {
                return answer;
            }
            LOG.warn(
                    "Submit to {}: {} {} (HTTP {}), request {}",
                    submission.model().name(),
                    error.code(),
                    error.message(),
                    error.http(),
                    error.requestId());
            attempts.add(new Attempt(submission.model().name(), at, error));
            if (answer instanceof SubmitAnswer.AnswerLost lost) {
                return new SubmitAnswer.AnswerLost(error, lost.listed(), List.copyOf(attempts));
            }
            if (!paused(error, before)) {
                return new SubmitAnswer.Refused(error, List.copyOf(attempts));
            }
        }
    }

    /** None where memory ran out; nothing was sent then. */
    private static Optional<byte[]> body(Submission submission) {
        try {
            return Optional.of(submission.body());
        } catch (VirtualMachineError exhausted) {
            return Optional.empty();
        }
    }

    private SubmitAnswer notEncoded(Submission submission) {
        String message = "Memory ran out while the request was written; nothing was sent";
        CloudError error = CloudError.own(OwnCode.CLIENT_FAILED, message, 0, Stage.SUBMIT);
        Attempt attempt = new Attempt(submission.model().name(), calls.clock().instant(), error);
        return new SubmitAnswer.Refused(error, List.of(attempt));
    }

    private static @Nullable CloudError errorOf(SubmitAnswer answer) {
        if (answer instanceof SubmitAnswer.Refused refused) {
            return refused.error();
        }
        return answer instanceof SubmitAnswer.AnswerLost lost ? lost.error() : null;
    }

    /** Waits for the next try; false if there is to be none. */
    private boolean paused(CloudError error, int before) {
        if (!calls.mayRepeat(error, before)) {
            return false;
        }
        try {
            calls.pause(error, before);
            return true;
        } catch (CloudException interrupted) {
            return false;
        }
    }

    private SubmitAnswer attempt(Model model, byte[] body, List<Attempt> before, Sending sending) {
        try {
            limiter.beforeSubmit();
            Instant now = calls.clock().instant();
            sending.begins(now, now.plus(settings.connectTimeout()).plus(timeout(model)));
            return read(model, calls.post(model.path(), headers(model), body, timeout(model), Stage.SUBMIT), before);
        } catch (CloudException failure) {
            return failure.error().is(OwnCode.ANSWER_LOST)
                    ? new SubmitAnswer.AnswerLost(failure.error(), model.makesTask(), before)
                    : new SubmitAnswer.Refused(failure.error(), before);
        }
    }

    private static Map<String, String> headers(Model model) {
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        if (model.makesTask()) {
            headers.put("X-DashScope-Async", "enable");
        }
        return headers;
    }

    /** A synchronous model answers after minutes: with the picture, for which there is the deadline. */
    private Duration timeout(Model model) {
        return model.makesTask() ? settings.requestTimeout() : settings.deadline();
    }

    private static SubmitAnswer read(Model model, AnswerReader answer, List<Attempt> before) {
        if (!answer.ok()) {
            return refusal(model, answer, before);
        }
        return model.makesTask() ? accepted(model, answer, before) : done(model, answer, before);
    }

    private static SubmitAnswer accepted(Model model, AnswerReader answer, List<Attempt> before) {
        String taskId = answer.taskId();
        return taskId == null
                ? refusal(model, answer, before)
                : new SubmitAnswer.Accepted(taskId, answer.requestId(), before);
    }

    private static SubmitAnswer done(Model model, AnswerReader answer, List<Attempt> before) {
        List<TaskResult> results = answer.results();
        if (TaskResult.firstUrl(results).isPresent()) {
            return new SubmitAnswer.Done(results, answer.requestId(), answer.imagesBilled(), before);
        }
        return answer.isJson() && !answer.hasCode()
                ? new SubmitAnswer.Refused(answer.emptiness(), before)
                : refusal(model, answer, before);
    }

    private static SubmitAnswer refusal(Model model, AnswerReader answer, List<Attempt> before) {
        CloudError error = answer.error();
        return isCertain(model, error)
                ? new SubmitAnswer.Refused(error, before)
                : new SubmitAnswer.AnswerLost(error, model.makesTask(), before);
    }

    /** Whether nothing was made. A synchronous model's coded time-out is a failure, and failures are free. */
    private static boolean isCertain(Model model, CloudError error) {
        if (!error.ours()) {
            return !model.makesTask() || !UNSURE_CODES.contains(error.code());
        }
        return error.http() >= 300 && error.http() < 500 && error.http() != 408;
    }
}
