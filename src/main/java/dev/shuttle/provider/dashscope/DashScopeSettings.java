package dev.shuttle.provider.dashscope;

import dev.shuttle.provider.Account;
import dev.shuttle.provider.Backoff;
import dev.shuttle.provider.Downloader;
import dev.shuttle.provider.Exchanges;
import dev.shuttle.provider.PollPolicy;
import dev.shuttle.provider.ResultHosts;
import dev.shuttle.provider.Wire;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How the service is reached and called; checked once, here.
 *
 * @param baseUrl with {@code /api/v1}; a closing slash is dropped
 * @param key read at each call, so that a key file may change; blank where there is none
 * @param workspace sent as {@code X-DashScope-WorkSpace} where not null
 * @param models names from {@link Models}, in the order to be tried
 * @param function what a model with functions shall do, see {@link Models#FUNCTIONS}
 * @param prompt the default prompt
 * @param strength how far from the original, 0 to 1, for the functions that take it
 * @param seed 0 to 2147483647
 * @param requestTimeout for one exchange with an asynchronous model, poll, list or download
 * @param connectTimeout for the {@link Wire}'s use
 * @param retries how often a call is repeated, 0 for never
 * @param retryBackoff the first wait before a repeat; doubles, with jitter
 * @param retryBackoffMax no wait is longer, unless the service asks for more
 * @param pollInitial the first wait before a poll
 * @param pollMax the longest wait before a poll
 * @param deadline how long after its submission a task is waited for; also a synchronous model's timeout
 * @param lookUpGrace how long a lost submission is looked for in the task list
 * @param submitRate submissions per second
 * @param pollRate polls, lists and cancels per second
 * @param resultHosts where results may be fetched from: {@code *.aliyuncs.com}, {@code host}, {@code http://127.0.0.1:*}
 * @param maxResultSize the largest result in bytes
 */
public record DashScopeSettings(
        URI baseUrl,
        Supplier<String> key,
        @Nullable String workspace,
        List<String> models,
        String function,
        String prompt,
        double strength,
        int seed,
        Duration requestTimeout,
        Duration connectTimeout,
        int retries,
        Duration retryBackoff,
        Duration retryBackoffMax,
        Duration pollInitial,
        Duration pollMax,
        Duration deadline,
        Duration lookUpGrace,
        double submitRate,
        double pollRate,
        List<String> resultHosts,
        long maxResultSize) {

    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
    /** How long a task that was just accepted may take to show in the task list. */
    private static final Duration LOOK_UP_GRACE = Duration.ofSeconds(5);

    /** @throws IllegalArgumentException naming the key that is wrong and what it may be */
    public DashScopeSettings {
        baseUrl = checkedBase(baseUrl);
        workspace = workspace == null || workspace.isBlank() ? null : workspace.strip();
        models = List.copyOf(models);
        resultHosts = List.copyOf(resultHosts);
        check(!models.isEmpty(), "dashscope.models must name at least one of " + Models.names());
        models.forEach(name -> check(
                Models.names().contains(name.strip()),
                "dashscope.models: unknown model " + name + "; known are " + String.join(", ", Models.names())));
        check(Models.FUNCTIONS.contains(function), "dashscope.function must be one of " + Models.FUNCTIONS);
        check(!prompt.isBlank(), "dashscope.prompt must not be empty");
        check(strength >= 0 && strength <= 1, "dashscope.strength must be 0.0 to 1.0");
        check(seed >= 0, "dashscope.seed must be 0 to 2147483647");
        check(retries >= 0 && retries <= 20, "dashscope.retries must be 0 to 20");
        positive("request-timeout", requestTimeout);
        positive("connect-timeout", connectTimeout);
        positive("retry-backoff", retryBackoff);
        positive("poll-initial", pollInitial);
        positive("deadline", deadline);
        check(pollMax.compareTo(pollInitial) >= 0, "dashscope.poll-max must not be below dashscope.poll-initial");
        check(retryBackoffMax.compareTo(retryBackoff) >= 0, "dashscope.retry-backoff must not be above its maximum");
        check(!lookUpGrace.isNegative(), "the look-up's grace must not be negative");
        check(submitRate > 0, "dashscope.submit-rate must be above 0");
        check(pollRate > 0, "dashscope.poll-rate must be above 0");
        check(maxResultSize > 0, "dashscope.max-result-size must be above 0");
        new ResultHosts("dashscope", resultHosts);
    }

    private static URI checkedBase(URI base) {
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        check(
                base.getHost() != null && (scheme.equals("https") || scheme.equals("http")),
                "dashscope.base-url must be an http(s) address such as https://dashscope.aliyuncs.com/api/v1");
        check(
                base.getRawQuery() == null && base.getRawFragment() == null && base.getRawUserInfo() == null,
                "dashscope.base-url must have no user, query or fragment");
        check(
                scheme.equals("https") || !ResultHosts.isAliyun(base.getHost()),
                "dashscope.base-url must be https: the key would travel in the clear");
        return URI.create(base.toString().replaceAll("/+$", ""));
    }

    private static void positive(String name, Duration duration) {
        check(!duration.isNegative() && !duration.isZero(), "dashscope." + name + " must be above 0");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** The same, each call made once. */
    public DashScopeSettings withoutRepeats() {
        return at(baseUrl, key, 0);
    }

    /** The same, each call made once, with another key: for requests that are made to be looked at, not sent. */
    public DashScopeSettings rehearsing(String otherKey) {
        return at(baseUrl, () -> otherKey, 0);
    }

    /** The same at another base URL. */
    public DashScopeSettings at(URI otherBase) {
        return at(otherBase, key, retries);
    }

    private DashScopeSettings at(URI otherBase, Supplier<String> otherKey, int otherRetries) {
        return new DashScopeSettings(
                otherBase,
                otherKey,
                workspace,
                models,
                function,
                prompt,
                strength,
                seed,
                requestTimeout,
                connectTimeout,
                otherRetries,
                retryBackoff,
                retryBackoffMax,
                pollInitial,
                pollMax,
                deadline,
                lookUpGrace,
                submitRate,
                pollRate,
                resultHosts,
                maxResultSize);
    }

    /** Whether a result at this address may be fetched. */
    public boolean allowsResult(URI result) {
        return hosts().allow(result);
    }

    /** Those of an account, of which {@code function}, {@code prompt}, {@code strength}, {@code seed} and {@code workspace} are DashScope's own. */
    public static DashScopeSettings of(Account account) {
        return new DashScopeSettings(
                account.baseUrl(),
                account.key(),
                account.own("workspace"),
                account.models(),
                account.require("function"),
                account.require("prompt"),
                Double.parseDouble(account.require("strength")),
                Integer.parseInt(account.require("seed")),
                account.requestTimeout(),
                account.connectTimeout(),
                account.retries(),
                account.retryBackoff(),
                LONGEST_BACKOFF,
                account.pollInitial(),
                account.pollMax(),
                account.deadline(),
                LOOK_UP_GRACE,
                account.submitRate(),
                account.pollRate(),
                account.resultHosts(),
                account.maxResultSize());
    }

    private ResultHosts hosts() {
        return new ResultHosts("dashscope", resultHosts);
    }

    /** How calls are made and repeated. */
    Exchanges.Terms terms() {
        return new Exchanges.Terms("dashscope", baseUrl, key, retries, new Backoff(retryBackoff, retryBackoffMax, 2));
    }

    /** What may be fetched as a result. */
    Downloader.Limits results() {
        return new Downloader.Limits(hosts(), maxResultSize, requestTimeout);
    }

    /** When tasks are polled. */
    public PollPolicy polls(InstantSource clock, InstantSource steady, RandomGenerator random) {
        return new PollPolicy(pollInitial, pollMax, deadline, clock, steady, random);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "DashScope at " + baseUrl + ", models " + models + (workspace == null ? "" : ", workspace " + workspace);
    }
}
