package dev.shuttle.ops.doctor;

import dev.shuttle.dashscope.CloudError;
import dev.shuttle.dashscope.CloudException;
import dev.shuttle.dashscope.DashScope;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether the service takes the key: the task list is free. It tells nothing of bills and models; those are only checked at a submit.
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
            return List.of(told(e.error()));
        }
    }

    private int tasks(URI at) {
        Instant now = clock.instant();
        return dashScope.apply(at).list(now.minus(BACK), now, null).size();
    }

    private Finding told(CloudError error) {
        Words words = new Words(name());
        String request = String.valueOf(error.requestId());
        if (isOfTheKey(error)) {
            return refused(words, error, request);
        }
        return words.told(
                error.code().startsWith("Throttling") ? Level.WARN : Level.FAIL,
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
                .filter(region -> !region.equals(here.get()) && !region.host().isEmpty())
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
