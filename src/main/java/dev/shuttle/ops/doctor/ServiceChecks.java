package dev.shuttle.ops.doctor;

import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.CloudException;
import dev.shuttle.provider.FailureWords;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import dev.shuttle.provider.dashscope.DashScope;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What answers at the base URL, with what clock, and whether it takes the key. */
final class ServiceChecks {
    private ServiceChecks() {}

    /** Whether it is DashScope that answers at the base URL: a free call without a key, which the service refuses in its own way. */
    record ServiceCheck(URI base, ProgramClient client, Records records, Duration patience) implements Check {
        private static final long LONGEST = 1 << 20;

        @Override
        public String name() {
            return "service";
        }

        @Override
        public Set<String> needs() {
            return Set.of("network", "routes");
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            try {
                WireAnswer answer = client.wire().exchange(request());
                Records.Exchange seen = records.lastAnswered().orElseThrow();
                return List.of(finding(words, answer, seen));
            } catch (IOException e) {
                return List.of(
                        words.fail("service.silent", base, FailureWords.of(e, String.valueOf(base.getRawAuthority()))));
            }
        }

        private WireRequest request() {
            URI list = URI.create(base.toString().replaceAll("/+$", "") + "/tasks/?page_no=1&page_size=1");
            return new WireRequest("GET", list, Map.of("Accept", "application/json"), null, LONGEST, patience);
        }

        private Finding finding(Words words, WireAnswer answer, Records.Exchange seen) {
            int status = answer.status();
            if (seen.emulated()) {
                return words.ok("service.emulator", base);
            }
            if (seen.code() != null && seen.requestId() != null && status < 500) {
                return words.ok("service", status, seen.code());
            }
            if (status == 407) {
                return words.fail("service.proxy");
            }
            return status >= 500
                    ? words.fail("service.down", status)
                    : words.fail(
                            "service.other",
                            base,
                            status,
                            answer.header("Content-Type").orElse("–"));
        }
    }

    /** Whether our clock and the service's agree, by the {@code Date} of its answer. */
    record ClockCheck(Records records) implements Check {
        private static final Duration LITTLE = Duration.ofSeconds(30);
        private static final Duration MUCH = Duration.ofMinutes(5);
        /** {@code Date} knows no fractions. */
        private static final Duration GRAIN = Duration.ofSeconds(1);

        @Override
        public String name() {
            return "clock";
        }

        @Override
        public Set<String> needs() {
            return Set.of("service");
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            Optional<Records.Exchange> answer = records.lastAnswered().filter(exchange -> exchange.date() != null);
            return List.of(answer.flatMap(exchange -> date(exchange).map(date -> finding(words, exchange, date)))
                    .orElseGet(() -> words.skip("clock.none")));
        }

        /** The service wrote its date somewhere between our sending and our receiving; only what lies outside of that is wrong. */
        private static Finding finding(Words words, Records.Exchange exchange, Instant date) {
            Duration travel = Duration.ofMillis(exchange.millis());
            Instant middle = exchange.at().plus(travel.dividedBy(2));
            Duration off = Duration.between(date, middle);
            Duration sure = off.abs().minus(travel.dividedBy(2)).minus(GRAIN);
            String amount = amount(off.abs());
            if (sure.compareTo(LITTLE) < 0) {
                return words.ok("clock", amount);
            }
            return words.advised(
                    sure.compareTo(MUCH) < 0 ? Finding.Level.WARN : Finding.Level.FAIL,
                    off.isNegative() ? "clock.behind" : "clock.ahead",
                    amount,
                    middle,
                    date);
        }

        private static Optional<Instant> date(Records.Exchange exchange) {
            try {
                return Optional.of(
                        ZonedDateTime.parse(String.valueOf(exchange.date()), DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }

        private static String amount(Duration duration) {
            return duration.compareTo(Duration.ofMinutes(2)) < 0
                    ? duration.toSeconds() + " s"
                    : duration.compareTo(Duration.ofHours(2)) < 0
                            ? duration.toMinutes() + " min"
                            : duration.toHours() + " h";
        }
    }

    /**
     * Whether the service takes the key: the task list is free. It says nothing of bills and models; those are only checked at a submit.
     *
     * @param elsewhere whether a key that is refused may be shown to the vendor's other regions
     * @param dashScope the client at a base URL
     */
    record AuthenticationCheck(URI base, boolean elsewhere, Function<URI, DashScope> dashScope, InstantSource clock)
            implements Check {
        private static final Duration BACK = Duration.ofMinutes(10);

        @Override
        public String name() {
            return "authentication";
        }

        @Override
        public Set<String> needs() {
            return Set.of("key", "service");
        }

        @Override
        public List<Finding> look() {
            try {
                return List.of(new Words(name()).ok("authentication", tasks(base), BACK.toMinutes()));
            } catch (CloudException e) {
                return List.of(finding(e.error()));
            }
        }

        private int tasks(URI at) {
            Instant now = clock.instant();
            return dashScope.apply(at).list(now.minus(BACK), now, null).size();
        }

        private Finding finding(CloudError error) {
            Words words = new Words(name());
            String request = String.valueOf(error.requestId());
            if (isOfTheKey(error)) {
                return refused(words, error, request);
            }
            return words.hinted(
                    error.code().startsWith("Throttling") ? Finding.Level.WARN : Finding.Level.FAIL,
                    Trial.hint(error),
                    "authentication.other",
                    error.code(),
                    error.http(),
                    error.message(),
                    request);
        }

        private Finding refused(Words words, CloudError error, String request) {
            Optional<Region> here = Region.of(base.getHost());
            if (here.isEmpty()) {
                return words.fail("authentication.key", error.code(), error.message(), request);
            }
            if (!elsewhere) {
                return words.fail(
                        "authentication.here",
                        error.code(),
                        error.message(),
                        request,
                        here.get().title());
            }
            return Region.ALL.stream()
                    .filter(region ->
                            !region.equals(here.get()) && !region.host().isEmpty())
                    .filter(this::isTakenIn)
                    .findFirst()
                    .map(region ->
                            words.fail("authentication.region", here.get().title(), region.title(), region.baseUrl()))
                    .orElseGet(() -> words.fail("authentication.nowhere", error.code(), error.message(), request));
        }

        private boolean isTakenIn(Region region) {
            try {
                tasks(URI.create(region.baseUrl()));
                return true;
            } catch (CloudException e) {
                return false;
            }
        }

        private static boolean isOfTheKey(CloudError error) {
            return error.code().equals("InvalidApiKey") || error.http() == 401;
        }
    }
}
