package dev.shuttle.ops.doctor;

import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.CloudException;
import dev.shuttle.provider.Model;
import dev.shuttle.provider.Polling;
import dev.shuttle.provider.ResultPicture;
import dev.shuttle.provider.Sleeper;
import dev.shuttle.provider.SubmitAnswer;
import dev.shuttle.provider.TaskStatus;
import dev.shuttle.provider.Verdict;
import dev.shuttle.provider.dashscope.DashScopeSettings;
import dev.shuttle.provider.dashscope.Models;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One real call with the first model, which is paid for if it succeeds; only on demand. It is made once, whatever comes of it. */
record SubmitCheck(
        boolean wanted,
        DashScopeSettings settings,
        ProgramClient client,
        Records records,
        InstantSource clock,
        Sleeper sleeper)
        implements Check {

    @Override
    public String name() {
        return "submit";
    }

    @Override
    public Set<String> needs() {
        return wanted ? Set.of("authentication", "request") : Set.of();
    }

    @Override
    public List<Finding> look() {
        return List.of(wanted ? submitted() : new Words(name()).skip("submit.unwanted"));
    }

    private Finding submitted() {
        Model model = Models.named(settings.models().get(0));
        Instant start = clock.instant();
        SubmitAnswer answer = client.submit(RequestCheck.submission(settings, model));
        if (answer.isRefusal()) {
            return failed(model, Objects.requireNonNull(answer.error()));
        }
        if (answer instanceof SubmitAnswer.AnswerLost lost) {
            CloudError error = lost.error();
            return new Words(name()).fail("submit.lost", model.name(), error.code(), error.message());
        }
        if (answer instanceof SubmitAnswer.Done done) {
            return fetched(model, done.url(), null, done.requestId(), start);
        }
        SubmitAnswer.Accepted accepted = (SubmitAnswer.Accepted) answer;
        return awaited(model, accepted.taskId(), accepted.requestId(), start);
    }

    private Finding awaited(Model model, String task, @Nullable String request, Instant start) {
        Polling polling =
                settings.polls(clock, clock, RandomGenerator.getDefault()).start(start);
        Verdict verdict = Verdict.AGAIN;
        String last = "";
        while (verdict == Verdict.AGAIN) {
            try {
                sleeper.sleep(polling.delay());
                TaskStatus status = client.poll(task);
                last = status.getClass().getSimpleName();
                verdict = polling.seen(status);
                if (status instanceof TaskStatus.Succeeded succeeded) {
                    return fetched(model, succeeded.url(), task, request, start);
                }
                if (status instanceof TaskStatus.Failed failure) {
                    return failed(model, failure.error());
                }
                if (status instanceof TaskStatus.Unread unread) {
                    last = unread.error().code();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                verdict = Verdict.TOO_LATE;
            }
        }
        return new Words(name()).fail("submit.unfinished", model.name(), task, String.valueOf(request), last);
    }

    private Finding fetched(Model model, String url, @Nullable String task, @Nullable String request, Instant start) {
        records.remember(Trial.succeeded(null, model.name(), start, request, task, records.isEmulated()));
        Words words = new Words(name());
        String ids = ids(task, request);
        try {
            ResultPicture picture = client.download(url);
            long seconds = Duration.between(start, clock.instant()).toSeconds();
            return words.ok(
                    records.isEmulated() ? "submit.emulated" : "submit",
                    model.name(),
                    ids,
                    seconds,
                    picture.bytes().length >> 10);
        } catch (CloudException e) {
            return words.hinted(
                    Finding.Level.FAIL,
                    Trial.hint(e.error()),
                    records.isEmulated() ? "submit.unfetched.emulated" : "submit.unfetched",
                    model.name(),
                    ids,
                    e.code(),
                    e.error().message());
        }
    }

    private Finding failed(Model model, CloudError error) {
        records.remember(Trial.failed(model.name(), clock.instant(), error, records.isEmulated()));
        return new Words(name())
                .hinted(
                        Finding.Level.FAIL,
                        Trial.hint(error),
                        "submit.failed",
                        model.name(),
                        error.code(),
                        error.http(),
                        error.message(),
                        ids(error.taskId(), error.requestId()));
    }

    private static String ids(@Nullable String task, @Nullable String request) {
        return "task " + (task == null ? "–" : task) + ", request " + (request == null ? "–" : request);
    }
}
