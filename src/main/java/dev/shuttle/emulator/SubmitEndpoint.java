package dev.shuttle.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shuttle.emulator.http.Answer;
import dev.shuttle.emulator.http.Headers;
import dev.shuttle.emulator.http.Request;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** POST below /services/aigc: the gateway's checks, then a task or, on the synchronous path, the pictures. */
final class SubmitEndpoint {
    private record Accepted(Submitted output, String requestId) {}

    private record Submitted(String taskStatus, String taskId) {}

    private final EmulatorSettings settings;
    private final State state;
    private final Account account;
    private final Faults faults;
    private final TaskView view;

    SubmitEndpoint(EmulatorSettings settings, State state, Account account, Faults faults, TaskView view) {
        this.settings = settings;
        this.state = state;
        this.account = account;
        this.faults = faults;
        this.view = view;
    }

    /** The answer to a submit on this path below /services/aigc. */
    Answer answer(String path, Request request) {
        Optional<ObjectNode> body = body(request.body());
        if (body.isEmpty()) {
            return Refusal.of(DocumentedError.INVALID_PARAMETER).answer();
        }
        String name = body.get().path("model").asText("");
        Optional<Model> model = Catalogue.model(name);
        if (model.isEmpty()) {
            return Refusal.of(name.isBlank() ? DocumentedError.EMPTY_MODEL : DocumentedError.MODEL_NOT_EXIST)
                    .answer();
        }
        return refusal(path, model.get(), request.headers(), body.get())
                .or(() -> account.throttles(model.get(), settings.clock().instant()))
                .map(Refusal::answer)
                .orElseGet(() -> take(new Submission(model.get(), synchronous(model.get(), path), body.get())));
    }

    /** The body where it is a JSON object in UTF-8. */
    private static Optional<ObjectNode> body(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode body = Json.MAPPER.readTree(text);
            return body instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static boolean synchronous(Model model, String path) {
        return !Catalogue.route(model, path).orElseThrow().asynchronous();
    }

    private static Optional<Refusal> refusal(String path, Model model, Headers headers, ObjectNode body) {
        Optional<Model.Route> route = Catalogue.route(model, path);
        boolean asynchronous = headers.has("X-DashScope-Async", "enable");
        if (route.isEmpty()) {
            return Optional.of(Refusal.of(DocumentedError.URL_ERROR));
        } else if (route.get().asynchronous() && !asynchronous) {
            return Optional.of(Refusal.of(DocumentedError.NO_SYNCHRONOUS_CALLS));
        } else if (!route.get().asynchronous() && asynchronous) {
            return Optional.of(Refusal.of(DocumentedError.NO_ASYNCHRONOUS_CALLS));
        }
        boolean uploaded = Fields.of(model.body(), body.path("input")).pictures().stream()
                .anyMatch(picture -> picture.value() != null && picture.value().startsWith("oss://"));
        return uploaded && !headers.has("X-DashScope-OssResourceResolve", "enable")
                ? Optional.of(Refusal.of(DocumentedError.INVALID_PARAMETER_DATA_INSPECTION))
                : Optional.empty();
    }

    // One at a time, so that "the n-th accepted" is a matter of fact.
    private synchronized Answer take(Submission submission) {
        Instant now = settings.clock().instant();
        Inspection.Reading reading = Inspection.of(submission, state.inputs(), state.pictures(), now);
        int ordinal = state.tasks().count() + 1;
        FaultEffects effects = faults.effectsOn(Occasion.submit(reading.order(), ordinal));
        Optional<Answer> instead = effects.instead();
        if (instead.isPresent()) {
            return instead.get();
        }
        Problem problem = reading.problem();
        if (problem != null && settings.mode() == Mode.STRICT) {
            return effects.on(problem.strict().answer());
        } else if (problem != null && submission.synchronous()) {
            return effects.on(problem.synchronous().answer());
        }
        Outcome outcome = effects.outcome(problem == null ? new Outcome.Succeeds() : problem.outcome());
        return effects.on(accept(submission, reading.order(), outcome, ordinal, now));
    }

    private Answer accept(Submission submission, Order order, Outcome outcome, int ordinal, Instant now) {
        boolean synchronous = submission.synchronous();
        Task task = new Task(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                ordinal,
                synchronous,
                now,
                synchronous ? Duration.ZERO : settings.queueTime(),
                synchronous ? Duration.ZERO : settings.runTime(),
                order,
                outcome,
                null);
        Optional<Outcome.Fails> failure = task.failure().filter(fails -> synchronous);
        if (failure.isPresent()) {
            return new Problem(failure.get().code(), failure.get().message(), "")
                    .synchronous()
                    .answer();
        }
        state.accept(task);
        return Json.answer(200, synchronous ? view.synchronous(task) : accepted(task));
    }

    private static Accepted accepted(Task task) {
        return new Accepted(new Submitted(TaskStatus.PENDING.name(), task.id()), task.requestId());
    }

    /**
     * A submit that passed the gateway.
     *
     * @param synchronous whether its path answers with pictures
     */
    record Submission(Model model, boolean synchronous, ObjectNode body) {
        JsonNode input() {
            return body.path("input");
        }

        JsonNode parameters() {
            return body.path("parameters");
        }
    }
}
