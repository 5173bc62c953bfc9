package dev.shuttle.ops;

import dev.shuttle.report.outcome.Json;
import dev.shuttle.web.server.Answer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.jspecify.annotations.Nullable;

/**
 * Camel's health checks and Shuttle's own as JSON. UP and DEGRADED answer 200, DOWN 503. Degraded: pictures are made, but not by the
 * cloud, for the breaker is open.
 */
final class Health {
    /** Camel's name for results that list the checks that are up, too. */
    private static final String ALL = "full";
    /** How often Camel has run the checks, as it counts itself. */
    private static final Pattern BOOKKEEPING = Pattern.compile("(check|invocation|success|failure)\\..*");

    private final CamelContext context;
    private final CircuitBreaker breaker;

    /** @param context whose checks are run */
    Health(CamelContext context, CircuitBreaker breaker) {
        this.context = context;
        this.breaker = breaker;
    }

    private enum Status {
        UP,
        DEGRADED,
        DOWN
    }

    private record Whole(Status status, String breaker, List<Check> checks) {}

    private record Check(
            String name, String status, @Nullable String message, Map<String, String> data) {}

    /** Everything there is to check. */
    Answer all() {
        return answer(HealthCheckHelper.invoke(context, ALL));
    }

    /** Whether the program runs; if not, a restart is what helps. */
    Answer live() {
        return answer(HealthCheckHelper.invokeLiveness(context, ALL));
    }

    /** Whether it can take pictures. */
    Answer ready() {
        return answer(HealthCheckHelper.invokeReadiness(context, ALL));
    }

    private Answer answer(Collection<HealthCheck.Result> results) {
        boolean down = results.stream().anyMatch(result -> result.getState() == State.DOWN);
        CircuitBreaker.State state = breaker.getState();
        boolean open = state == CircuitBreaker.State.OPEN || state == CircuitBreaker.State.FORCED_OPEN;
        Status status = down ? Status.DOWN : open ? Status.DEGRADED : Status.UP;
        List<Check> checks = results.stream()
                .map(Health::check)
                .sorted(Comparator.comparing(Check::name))
                .toList();
        Whole whole = new Whole(status, state.name(), checks);
        return new Answer.Bytes(down ? 503 : 200, "application/json", Json.bytes(whole), Map.of());
    }

    private static Check check(HealthCheck.Result result) {
        Map<String, String> data = new TreeMap<>();
        result.getDetails().forEach((name, value) -> {
            if (!BOOKKEEPING.matcher(name).matches()) {
                data.put(name, String.valueOf(value));
            }
        });
        String message = result.getMessage()
                .orElseGet(() -> result.getError().map(Throwable::getMessage).orElse(null));
        return new Check(result.getCheck().getId(), result.getState().name(), message, data);
    }
}
