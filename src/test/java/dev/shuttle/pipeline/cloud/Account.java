package dev.shuttle.pipeline.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shuttle.pipeline.job.MovedClock;
import dev.shuttle.provider.Wire;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import dev.shuttle.rig.RouteRig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An account of the service with a ledger of whose picture each task has, over a way that breaks wherever chance has it: before or after a
 * task is made, with an answer or without, by a kill of the program, by hanging. Its list lags, its clock is not ours.
 */
final class Account implements Wire {
    /** The ends that a POST can have, the usual one more often. */
    private enum End {
        ACCEPTED,
        LOST,
        LOST_LATE,
        KILLED,
        KILLED_LATE,
        RESET,
        KILLED_BEFORE,
        HANGS,
        HANGS_AND_ACCEPTS,
        NO_CONNECTION,
        BUSY,
        REFUSED_INPUT,
        GATEWAY
    }

    /** @param owner the job's picture; null: another program's */
    record Made(String id, @Nullable String owner, String model, Instant created, Instant listed, boolean fails) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Made> made = new ArrayList<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, byte[]> pictures = new HashMap<>();
    private final Random random;
    private final MovedClock clock;
    private final Duration ahead;
    boolean calm;
    boolean listIsDown;

    Account(Random random, MovedClock clock, Duration ahead) {
        this.random = random;
        this.clock = clock;
        this.ahead = ahead;
    }

    /** A picture, as it is sent and as it comes back. */
    void knows(String owner, String dataUrl, byte[] result) {
        owners.put(dataUrl, owner);
        pictures.put(owner, result);
    }

    /** Tasks that are paid for. */
    long billed(String owner) {
        return made.stream()
                .filter(task -> owner.equals(task.owner()) && !task.fails())
                .count();
    }

    /** A task of somebody else's with the same key. */
    void makeForeign(String model) {
        make(null, model, Duration.ZERO);
    }

    @Override
    public WireAnswer exchange(WireRequest request) throws IOException {
        clock.move(Duration.ofMillis(random.nextInt(400)));
        String path = request.uri().getPath();
        if (request.method().equals("POST")) {
            return path.endsWith("/cancel") ? json(400, "{\"code\":\"UnsupportedOperation\"}") : submit(request);
        }
        if (path.startsWith("/results/")) {
            String owner = path.substring("/results/".length());
            return new WireAnswer(
                    200, Map.of("Content-Type", "image/png"), Objects.requireNonNull(pictures.get(owner)));
        }
        return path.endsWith("/tasks/") ? list(request) : poll(path.substring(path.lastIndexOf('/') + 1));
    }

    private WireAnswer submit(WireRequest request) throws IOException {
        var body = JSON.readTree(request.body());
        String model = body.path("model").asText();
        var input = body.path("input");
        String url =
                input.path("base_image_url").asText(input.path("images").path(0).asText());
        String owner = owners.get(url);
        if (owner == null) {
            throw new AssertionError("nobody's picture was sent");
        }
        End end = calm || random.nextInt(3) == 0 ? End.ACCEPTED : End.values()[random.nextInt(End.values().length)];
        Duration late = Duration.ofMillis(random.nextInt(9000));
        Duration hang = Duration.ofMillis(
                (long) (random.nextDouble() * request.timeout().toMillis()));
        switch (end) {
            case ACCEPTED -> {
                return accepted(make(owner, model, Duration.ZERO));
            }
            case LOST, LOST_LATE -> {
                make(owner, model, end == End.LOST ? Duration.ZERO : late);
                throw new SocketException("connection reset");
            }
            case KILLED, KILLED_LATE -> {
                make(owner, model, end == End.KILLED ? Duration.ZERO : late);
                throw new RouteRig.Killed();
            }
            case HANGS, HANGS_AND_ACCEPTS -> {
                clock.move(hang);
                if (end == End.HANGS_AND_ACCEPTS) {
                    make(owner, model, Duration.ZERO);
                }
                if (random.nextInt(3) == 0) {
                    throw new RouteRig.Killed();
                }
                clock.move(request.timeout().minus(hang));
                throw new SocketTimeoutException("no answer in time");
            }
            case RESET -> throw new SocketException("connection reset");
            case KILLED_BEFORE -> throw new RouteRig.Killed();
            case NO_CONNECTION -> throw new ConnectException("refused");
            case GATEWAY -> {
                if (random.nextBoolean()) {
                    make(owner, model, Duration.ZERO);
                }
                return new WireAnswer(502, Map.of(), "<html>bad gateway</html>".getBytes(UTF_8));
            }
            default -> {
                String code = end == End.BUSY ? "Throttling.RateQuota" : "DataInspectionFailed";
                return json(end == End.BUSY ? 429 : 400, "{\"code\":\"" + code + "\",\"message\":\"m\"}");
            }
        }
    }

    private Made make(@Nullable String owner, String model, Duration late) {
        Instant created = now().plus(late);
        Made task = new Made(
                "00000000-0000-4000-8000-%012d".formatted(made.size()),
                owner,
                model,
                created,
                created.plusMillis(random.nextInt(4500)),
                !calm && random.nextInt(8) == 0);
        made.add(task);
        return task;
    }

    private WireAnswer accepted(Made task) {
        return json(
                200,
                "{\"request_id\":\"r\",\"output\":{\"task_id\":\"" + task.id() + "\",\"task_status\":\"PENDING\"}}");
    }

    private WireAnswer poll(String id) throws IOException {
        if (!calm && random.nextInt(10) == 0) {
            throw new SocketException("connection reset");
        }
        Made task =
                made.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        String output = "\"task_id\":\"" + id + "\",\"task_status\":";
        if (now().isBefore(task.created().plusSeconds(6))) {
            return json(200, "{\"output\":{" + output + "\"RUNNING\"}}");
        }
        if (task.fails()) {
            return json(200, "{\"output\":{" + output + "\"FAILED\",\"code\":\"InternalError\",\"message\":\"m\"}}");
        }
        String owner = task.owner() == null ? "foreign" : task.owner();
        return json(
                200,
                "{\"output\":{" + output + "\"SUCCEEDED\",\"results\":[{\"url\":\"https://r.aliyuncs.com/results/"
                        + owner + "\"}]},\"usage\":{\"image_count\":1}}");
    }

    private WireAnswer list(WireRequest request) throws IOException {
        if (listIsDown || (!calm && random.nextInt(8) == 0)) {
            throw new SocketException("connection reset");
        }
        String query = request.uri().getQuery();
        String tasks = made.stream()
                .filter(task -> query.contains("model_name=" + task.model()))
                .filter(task -> !task.listed().isAfter(now()))
                .filter(task -> task.created().plus(Duration.ofHours(24)).isAfter(now()))
                .sorted((a, b) -> b.created().compareTo(a.created()))
                .map(task -> "{\"task_id\":\"%s\",\"model_name\":\"%s\",\"status\":\"RUNNING\",\"gmt_create\":%d}"
                        .formatted(task.id(), task.model(), task.created().toEpochMilli()))
                .reduce((a, b) -> a + "," + b)
                .orElse("");
        return json(200, "{\"total_page\":1,\"data\":[" + tasks + "]}");
    }

    private WireAnswer json(int status, String body) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now().atOffset(ZoneOffset.UTC));
        return new WireAnswer(status, Map.of("Date", date), body.getBytes(UTF_8));
    }

    private Instant now() {
        return clock.instant().plus(ahead);
    }
}
