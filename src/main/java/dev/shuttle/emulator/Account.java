package dev.shuttle.emulator;

import dev.shuttle.emulator.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one account: its key and its limits. */
final class Account {
    private static final Pattern BEARER = Pattern.compile("(?i)bearer ");

    private final EmulatorSettings settings;
    private final Throttle throttle = new Throttle();

    Account(EmulatorSettings settings) {
        this.settings = settings;
    }

    /** Why this request is not let in, if so. */
    Optional<Refusal> refuses(Request request) {
        String authorization = request.headers().first("Authorization");
        if (authorization == null || authorization.isBlank()) {
            return Optional.of(Refusal.of(DocumentedError.NO_API_KEY));
        }
        boolean right = BEARER.matcher(authorization).lookingAt()
                && Signature.same(authorization.substring("Bearer ".length()), settings.apiKey());
        return right ? Optional.empty() : Optional.of(Refusal.of(DocumentedError.INVALID_API_KEY));
    }

    /** Whether one more submit of this model is too much now. */
    Optional<Refusal> throttles(Model model, Instant now) {
        Model.Quota quota = Catalogue.quota(model, settings.limits());
        return throttled(throttle.admits("submit " + model.name(), quota.submits(), quota.window(), now));
    }

    /** Whether one more poll, list call or cancel is too much now. */
    Optional<Refusal> throttles(Call call, Instant now) {
        int most = settings.limits().pollsPerSecond();
        return throttled(throttle.admits(call.name(), most, Duration.ofSeconds(1), now));
    }

    private static Optional<Refusal> throttled(boolean admitted) {
        return admitted ? Optional.empty() : Optional.of(Refusal.of(DocumentedError.THROTTLING_RATE_QUOTA));
    }

    /** Counts calls in a sliding window, each kind by itself; what is refused does not count. */
    private static final class Throttle {
        private final Map<String, Deque<Instant>> admitted = new HashMap<>();

        synchronized boolean admits(String kind, int most, Duration window, Instant now) {
            if (most == Integer.MAX_VALUE) {
                return true;
            }
            Deque<Instant> recent = admitted.computeIfAbsent(kind, name -> new ArrayDeque<>());
            while (!recent.isEmpty() && !recent.peekFirst().plus(window).isAfter(now)) {
                recent.removeFirst();
            }
            if (recent.size() >= most) {
                return false;
            }
            recent.addLast(now);
            return true;
        }
    }
}
