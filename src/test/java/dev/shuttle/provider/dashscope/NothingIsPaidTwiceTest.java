package dev.shuttle.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.provider.Claims;
import dev.shuttle.provider.CloudException;
import dev.shuttle.provider.LookUp;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.SubmitAnswer;
import dev.shuttle.provider.SubmitIntent;
import dev.shuttle.provider.Wire;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import dev.shuttle.rig.RouteRig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A caller that keeps the rules of {@link SubmitAnswer} makes one task at most, however the network breaks. */
final class NothingIsPaidTwiceTest {
    private static final String WANX = "wanx2.1-imageedit";

    private final Client client = new Client(java.net.URI.create("https://dashscope.aliyuncs.com/api/v1"));

    static java.util.stream.LongStream seeds() {
        return java.util.stream.LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void howeverTheNetworkBreaks(long seed) throws Exception {
        var service = new BreakingService(new Random(seed));
        DashScope scope = client.over(service);

        String adopted;
        try (RouteRig routes = Client.routes(scope)) {
            adopted = submitUntilDecided(scope, routes);
        }

        assertThat(service.made).hasSizeLessThanOrEqualTo(1);
        if (!service.made.isEmpty()) {
            assertThat(adopted).isIn(service.made.get(0).id(), "AMBIGUOUS");
        }
    }

    /** What the route does: look up what was lost, send again only what was not accepted. */
    private String submitUntilDecided(DashScope scope, RouteRig routes) throws Exception {
        for (int round = 0; round < 10; round++) {
            var tries = new ArrayList<Instant>();
            SubmitAnswer answer = submitted(scope, routes, tries);
            if (answer instanceof SubmitAnswer.Accepted accepted) {
                return accepted.taskId();
            }
            if (answer.isRefusal()) {
                return "REFUSED";
            }
            Instant last = tries.get(tries.size() - 1);
            var intent = new SubmitIntent("job", WANX, tries.get(0), last, client.clock.instant());
            LookUp seen = lookUpUntilListed(scope, intent);
            if (seen instanceof LookUp.Found found) {
                return found.taskId();
            }
            if (seen instanceof LookUp.Ambiguous) {
                return "AMBIGUOUS";
            }
        }
        return "GIVEN UP";
    }

    private SubmitAnswer submitted(DashScope scope, RouteRig routes, List<Instant> tries) throws Exception {
        while (true) {
            tries.add(client.clock.instant());
            SubmitAnswer answer = routes.send("dashscope-submit", PICTURE, SubmitAnswer.class);
            if (!scope.mayRepeat(answer, tries.size() - 1)) {
                return answer;
            }
        }
    }

    private static LookUp lookUpUntilListed(DashScope scope, SubmitIntent intent) {
        while (true) {
            try {
                return scope.lookUp(List.of(intent), () -> new Claims(Set.of(), List.of()))
                        .get(0);
            } catch (CloudException listCannotBeHad) {
                assertThat(listCannotBeHad.error().stage()).isEqualTo(Stage.LIST);
            }
        }
    }

    private static final Submission PICTURE = Client.submission(WANX);

    private record Made(String id, Instant at, Instant listedFrom) {}

    /** Breaks before or after it makes a task; its list lags up to four seconds. */
    private final class BreakingService implements Wire {
        private final Random random;
        private final List<Made> made = new ArrayList<>();

        BreakingService(Random random) {
            this.random = random;
        }

        @Override
        public WireAnswer exchange(WireRequest request) throws IOException {
            client.clock.move(java.time.Duration.ofMillis(random.nextInt(900)));
            return request.method().equals("POST") ? submit() : list();
        }

        private WireAnswer submit() throws IOException {
            return switch (random.nextInt(12)) {
                case 0, 1 -> throw new ConnectException("refused");
                case 2 -> throw new SocketTimeoutException("not received");
                case 3 -> answer(429, "{\"code\":\"Throttling.RateQuota\",\"message\":\"m\"}");
                case 4 -> answer(500, "{\"code\":\"InternalError\",\"message\":\"m\"}");
                case 5 -> answer(503, "<html>nobody there</html>");
                default -> make();
            };
        }

        private WireAnswer make() throws IOException {
            Instant now = client.clock.instant();
            String id = "task-" + made.size();
            made.add(new Made(id, now, now.plusMillis(random.nextInt(4000))));
            return switch (random.nextInt(7)) {
                case 0 -> throw new SocketTimeoutException("read timed out");
                case 1 -> throw new SocketException("connection reset");
                case 2 -> answer(502, "<html>bad gateway</html>");
                case 3 -> answer(500, "{\"code\":\"RequestTimeOut\",\"message\":\"m\"}");
                case 4 -> answer(200, "{\"output\":{\"task_sta");
                case 5 -> throw new IllegalStateException("the wire itself is broken");
                default -> answer(200, "{\"output\":{\"task_id\":\"" + id + "\",\"task_status\":\"PENDING\"}}");
            };
        }

        private WireAnswer list() throws IOException {
            if (random.nextInt(4) == 0) {
                throw new SocketException("connection reset");
            }
            List<String> tasks = made.stream()
                    .filter(task -> !task.listedFrom().isAfter(client.clock.instant()))
                    .map(task -> "{\"task_id\":\"%s\",\"model_name\":\"%s\",\"gmt_create\":%d}"
                            .formatted(task.id(), WANX, task.at().toEpochMilli()))
                    .toList();
            return answer(200, "{\"data\":[" + String.join(",", tasks) + "],\"total_page\":1}");
        }

        private static WireAnswer answer(int status, String body) {
            return new WireAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
