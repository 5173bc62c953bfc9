package dev.shuttle.ops.doctor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        Optional<Exchange> answer = records.lastAnswered().filter(exchange -> exchange.date() != null);
        return List.of(answer.flatMap(exchange -> date(exchange).map(date -> told(words, exchange, date)))
                .orElseGet(() -> words.skip("clock.none")));
    }

    /** The service wrote its date somewhere between our sending and our receiving; only what lies outside of that is wrong. */
    private static Finding told(Words words, Exchange exchange, Instant date) {
        Duration travel = Duration.ofMillis(exchange.millis());
        Instant middle = exchange.at().plus(travel.dividedBy(2));
        Duration off = Duration.between(date, middle);
        Duration sure = off.abs().minus(travel.dividedBy(2)).minus(GRAIN);
        String amount = amount(off.abs());
        if (sure.compareTo(LITTLE) < 0) {
            return words.ok("clock", amount);
        }
        return words.advised(
                sure.compareTo(MUCH) < 0 ? Level.WARN : Level.FAIL,
                off.isNegative() ? "clock.behind" : "clock.ahead",
                amount,
                middle,
                date);
    }

    private static Optional<Instant> date(Exchange exchange) {
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
