package dev.shuttle.provider.dashscope;

import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.Model;
import dev.shuttle.provider.OwnCode;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.SubmitAnswer;
import dev.shuttle.provider.TaskResult;
import dev.shuttle.provider.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One POST of a picture: the request, and what an answer, or none, says of it.
 *
 * <p>DashScope has no idempotency key. A refusal is certain if it carries the service's error code or is a 4xx; a time-out reported
 * by a gateway, or a 5xx without a code, may hide a task that was made.
 */
final class Submitter {
    private static final Logger LOG = LoggerFactory.getLogger(Submitter.class);
    /** Somebody between us and the model gave up waiting; a task may have been made all the same. */
    private static final Set<String> UNSURE_CODES =
            Set.of("RequestTimeOut", "ResponseTimeout", "InternalError.Timeout");

    private static final String INTERNAL = "InternalError";

    private final DashScopeSettings settings;
    private final Calls calls;
    private final Limiter limiter;

    Submitter(DashScopeSettings settings, Calls calls, Limiter limiter) {
        this.settings = settings;
        this.calls = calls;
        this.limiter = limiter;
    }

    /** Waits for the account's rate; then says when the exchange that is to follow ends at the latest. */
    Instant begin(Model model) {
        limiter.beforeSubmit();
        return calls.clock().instant().plus(settings.connectTimeout()).plus(timeout(model));
    }

    WireRequest post(Submission submission, byte[] json) {
        Model model = submission.model();
        return calls.postRequest(Models.named(model.name()).path(), headers(model), json, timeout(model), Stage.SUBMIT);
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

    /** An answer came; the service may call anything a success that has no task and no picture. */
    SubmitAnswer read(Model model, AnswerReader answer) {
        if (!answer.ok()) {
            return declined(model, answer);
        }
        return model.makesTask() ? accepted(model, answer) : done(model, answer);
    }

    SubmitAnswer accepted(Model model, AnswerReader answer) {
        String taskId = answer.taskId();
        return taskId == null ? declined(model, answer) : new SubmitAnswer.Accepted(taskId, answer.requestId());
    }

    SubmitAnswer done(Model model, AnswerReader answer) {
        List<TaskResult> results = answer.results();
        if (TaskResult.firstUrl(results).isPresent()) {
            return new SubmitAnswer.Done(results, answer.requestId(), answer.imagesBilled());
        }
        return answer.isJson() && !answer.hasCode()
                ? logged(model, new SubmitAnswer.Refused(answer.emptiness()))
                : declined(model, answer);
    }

    /** Refused, or lost where the answer does not prove that nothing was made. */
    SubmitAnswer declined(Model model, AnswerReader answer) {
        CloudError error = answer.error();
        return isCertain(model, error) ? refused(model, error) : lost(model, error);
    }

    /**
     * No answer came.
     *
     * @param sent whether the exchange had begun
     */
    SubmitAnswer failed(Model model, boolean sent, Throwable failure) {
        CloudError error = sent ? calls.failure(failure, Stage.SUBMIT) : calls.unsent(failure);
        return error.is(OwnCode.ANSWER_LOST) ? lost(model, error) : refused(model, error);
    }

    private static SubmitAnswer refused(Model model, CloudError error) {
        return logged(
                model,
                error.code().startsWith(INTERNAL)
                        ? new SubmitAnswer.ServiceFailed(error)
                        : new SubmitAnswer.Refused(error));
    }

    private static SubmitAnswer lost(Model model, CloudError error) {
        return logged(model, new SubmitAnswer.AnswerLost(error, model.makesTask()));
    }

    private static SubmitAnswer logged(Model model, SubmitAnswer answer) {
        @Nullable CloudError error = answer.error();
        if (error != null) {
            LOG.warn(
                    "Submit to {}: {} {} (HTTP {}), request {}",
                    model.name(),
                    error.code(),
                    error.message(),
                    error.http(),
                    error.requestId());
        }
        return answer;
    }

    /** Whether nothing was made. A synchronous model's coded time-out is a failure, and failures are free. */
    private static boolean isCertain(Model model, CloudError error) {
        if (!error.hasOwnCode()) {
            return !model.makesTask() || !UNSURE_CODES.contains(error.code());
        }
        return error.http() >= 300 && error.http() < 500 && error.http() != 408;
    }
}
