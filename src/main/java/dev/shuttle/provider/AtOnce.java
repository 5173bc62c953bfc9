package dev.shuttle.provider;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.shuttle.provider.ProviderFactory.Surroundings;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A provider that answers with the picture: one POST, no task, nothing to be looked up. Its route asks {@link #post} for the request, and
 * {@link #answered} or {@link #failed} for what came of it.
 *
 * <p>Nobody documents an idempotency key for such calls, so a refusal counts as certain only where it is a 4xx, 408 excepted, with an error
 * of the service's own; every other end without a picture leaves open whether one was made and paid for.
 */
public abstract class AtOnce implements Provider {
    /** Pictures come as Base64 within it. */
    private static final int LONGEST_TEXT = 100 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxTokenCount(200_000)
                    .maxNameLength(1000)
                    .maxNumberLength(100)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build());

    private final String name;
    private final Account account;
    private final Limiter limiter;
    private final PollPolicy polls;
    private final Downloader downloader;
    private final Exchanges exchanges;

    /**
     * The parts that all have.
     *
     * @param hosts where results may be fetched from
     */
    protected AtOnce(String name, Account account, List<String> hosts, Surroundings around) {
        this.name = name;
        this.account = account;
        this.limiter = around.limiter();
        this.exchanges =
                new Exchanges(account.terms(name), around.wire(), around.clock(), around.random(), around.sleeper());
        this.polls = new PollPolicy(
                account.pollInitial(),
                account.pollMax(),
                account.deadline(),
                around.clock(),
                around.steady(),
                around.random());
        this.downloader = new Downloader(
                new Downloader.Limits(new ResultHosts(name, hosts), account.maxResultSize(), account.requestTimeout()),
                exchanges);
    }

    /** One exchange that asks for the picture. */
    public abstract WireRequest post(Submission submission);

    /** The pictures in an answer; empty where there is none. */
    protected abstract List<TaskResult> results(JsonNode answer);

    /** The error that an answer names, classed; null where it names none. */
    protected abstract @Nullable CloudError error(JsonNode answer, WireAnswer http);

    /** Key, masking and failures of this provider's exchanges. */
    protected final Exchanges exchanges() {
        return exchanges;
    }

    /** Its settings. */
    protected final Account account() {
        return account;
    }

    /** The longest answer: a picture as Base64, and something round it. */
    protected final long longestAnswer() {
        return Math.min(LONGEST_TEXT, account.maxResultSize() / 3 * 4 + 65_536);
    }

    /** An answer came. */
    public final SubmitAnswer answered(Submission submission, WireAnswer answer) {
        JsonNode root = parsed(answer.body());
        List<TaskResult> results = answer.isOk() ? results(root) : List.of();
        String request =
                answer.header("x-request-id").map(exchanges.masking()::word).orElse(null);
        if (!results.isEmpty()) {
            return new SubmitAnswer.Done(results, request, results.size());
        }
        CloudError error = error(root, answer);
        if (error != null && isCertain(answer)) {
            return new SubmitAnswer.Refused(error.of(request, null)
                    .after(Exchanges.retryAfter(answer, exchanges.clock().instant())));
        }
        if (answer.isOk() && root.isObject() && error == null) {
            // It may be billed, so no other model is tried.
            CloudError empty = exchanges.own(
                    OwnCode.EMPTY_RESULT,
                    "The service reported success without a picture",
                    answer.status(),
                    Stage.SUBMIT);
            return new SubmitAnswer.Refused(empty.of(request, null).classed(ErrorClass.NEVER));
        }
        return lost(submission, error == null ? unread(root, answer) : error.of(request, null));
    }

    private CloudError unread(JsonNode root, WireAnswer answer) {
        OwnCode code = root.isObject() ? OwnCode.ANSWER_LOST : OwnCode.NOT_JSON;
        return exchanges.own(
                code,
                "HTTP " + answer.status() + " without an answer of the service's own",
                answer.status(),
                Stage.SUBMIT);
    }

    private static boolean isCertain(WireAnswer answer) {
        return answer.status() >= 400 && answer.status() < 500 && answer.status() != 408;
    }

    /**
     * The exchange broke off.
     *
     * @param sent whether it had begun; null where it had not
     */
    public final SubmitAnswer failed(Submission submission, @Nullable Boolean sent, Throwable failure) {
        CloudError error = sent == null ? exchanges.unsent(failure) : exchanges.failure(failure, Stage.SUBMIT);
        return error.is(OwnCode.ANSWER_LOST) ? lost(submission, error) : new SubmitAnswer.Refused(error);
    }

    private static SubmitAnswer lost(Submission submission, CloudError error) {
        return new SubmitAnswer.AnswerLost(error, isFree(submission.model()));
    }

    private static boolean isFree(Model model) {
        return model.can().contains(Ability.FREE);
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree != null && tree.isObject() ? tree : MissingNode.getInstance();
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Instant beginSubmit(Model model) {
        limiter.beforeSubmit();
        return exchanges.clock().instant().plus(account.connectTimeout()).plus(account.deadline());
    }

    @Override
    public final boolean mayRepeat(SubmitAnswer answer, int before) {
        CloudError error = answer.error();
        return error != null && answer.isRefusal() && exchanges.mayRepeat(error, before);
    }

    @Override
    public final void pause(CloudError error, int before) {
        exchanges.pause(error, before);
    }

    @Override
    public final PollPolicy polls() {
        return polls;
    }

    @Override
    public final boolean cancel(String taskId) {
        return false;
    }

    /** Nothing can be learned. What is free is simply asked for again; all else never. */
    @Override
    public final List<LookUp> lookUp(List<SubmitIntent> open, Supplier<Claims> claims) {
        return open.stream().map(this::lookUp).toList();
    }

    private LookUp lookUp(SubmitIntent intent) {
        return isFree(model(intent.model()))
                ? new LookUp.NotAccepted()
                : new LookUp.Ambiguous(List.of(), "A synchronous call leaves no task to look for");
    }

    @Override
    public final ResultPicture download(String url) {
        return downloader.download(url);
    }
}
