package dev.shuttle.emulator;

import dev.shuttle.emulator.http.Answer;
import dev.shuttle.emulator.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Polls and cancels. */
final class TaskEndpoint {
    /** A task is known this long. */
    static final Duration LIFE = Duration.ofDays(1);

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final EmulatorSettings settings;
    private final State state;
    private final Account account;
    private final Faults faults;
    private final TaskView view;

    TaskEndpoint(EmulatorSettings settings, State state, Account account, Faults faults, TaskView view) {
        this.settings = settings;
        this.state = state;
        this.account = account;
        this.faults = faults;
        this.view = view;
    }

    /** GET /tasks/{id}. */
    Answer poll(String id) {
        Instant now = settings.clock().instant();
        return account.throttles(Call.POLL, now).map(Refusal::answer).orElseGet(() -> polled(id, now));
    }

    private Answer polled(String id, Instant now) {
        if (!ID.matcher(id).matches()) {
            return Json.answer(404, TaskView.unknown(id));
        }
        return known(id, now).map(task -> polled(task, now)).orElseGet(() -> Json.answer(200, TaskView.unknown(id)));
    }

    private Answer polled(Task task, Instant now) {
        state.ledger().polled(task.id());
        FaultEffects effects = faults.effectsOn(Occasion.about(Call.POLL, task));
        return effects.instead().orElseGet(() -> {
            TaskAnswer answer = effects.hideTask() ? TaskView.unknown(task.id()) : view.of(task, now);
            return effects.on(Json.answer(200, answer));
        });
    }

    /** POST /tasks/{id}/cancel. */
    Answer cancel(String id) {
        Instant now = settings.clock().instant();
        return account.throttles(Call.CANCEL, now).map(Refusal::answer).orElseGet(() -> cancelled(id, now));
    }

    private synchronized Answer cancelled(String id, Instant now) {
        Optional<Task> task = known(id, now);
        FaultEffects effects = faults.effectsOn(
                task.map(each -> Occasion.about(Call.CANCEL, each)).orElse(Occasion.of(Call.CANCEL)));
        return effects.instead().orElseGet(() -> effects.on(cancelled(task, now)));
    }

    private Answer cancelled(Optional<Task> task, Instant now) {
        if (task.isEmpty() || state.tasks().status(task.get(), now) != TaskStatus.PENDING) {
            return Refusal.of(DocumentedError.UNSUPPORTED_OPERATION).answer();
        }
        state.cancel(task.get(), now);
        return Json.answer(200, Map.of("request_id", UUID.randomUUID().toString()));
    }

    /** GET /tasks. */
    Answer list(Request request) {
        Instant now = settings.clock().instant();
        return account.throttles(Call.LIST, now).map(Refusal::answer).orElseGet(() -> {
            FaultEffects effects = faults.effectsOn(Occasion.of(Call.LIST));
            return effects.instead()
                    .orElseGet(() -> effects.on(TaskList.answer(request, state.tasks(), now, effects.lag())));
        });
    }

    private Optional<Task> known(String id, Instant now) {
        return state.tasks()
                .find(id)
                .filter(task ->
                        !task.synchronous() && now.isBefore(task.submittedAt().plus(LIFE)));
    }
}
