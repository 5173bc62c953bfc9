package dev.shuttle.emulator;

import dev.shuttle.emulator.http.Answer;
import dev.shuttle.emulator.http.Listener;
import dev.shuttle.emulator.http.Request;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;

/** Passes each request to its endpoint, once the key is checked, and enters it in the ledger. */
final class Router implements Listener.Handler {
    static final String API = "/api/v1";
    private static final String SERVICES = "/services/aigc";
    private static final String TASKS = "/tasks";
    private static final String CANCEL = "/cancel";

    private final InstantSource clock;
    private final Ledger ledger;
    private final Account account;
    private final SubmitEndpoint submits;
    private final TaskEndpoint tasks;
    private final UploadEndpoint uploads;
    private final DownloadEndpoint downloads;
    private final AdminEndpoint admin;

    Router(EmulatorSettings settings, State state, Faults faults, IntSupplier port) {
        this.clock = settings.clock();
        this.ledger = state.ledger();
        this.account = new Account(settings);
        TaskView view = new TaskView(state.tasks(), state.results(), port);
        this.submits = new SubmitEndpoint(settings, state, account, faults, view);
        this.tasks = new TaskEndpoint(settings, state, account, faults, view);
        this.uploads = new UploadEndpoint(settings, state, faults, port);
        this.downloads = new DownloadEndpoint(state, faults, clock);
        this.admin = new AdminEndpoint(settings, ledger, faults);
    }

    @Override
    public Answer answer(Request request) {
        boolean administrative = request.path().startsWith(AdminEndpoint.PATH);
        Answer answer = administrative ? admin.answer(request) : routed(request);
        if (!administrative) {
            ledger.record(request, answer);
        }
        return answer.with("X-Emulator", "true")
                .with("x-request-id", UUID.randomUUID().toString())
                .with(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atOffset(ZoneOffset.UTC)));
    }

    private Answer routed(Request request) {
        String path = request.path();
        if (path.equals(ResultStore.PATH) || path.startsWith(ResultStore.PATH + "/")) {
            return storage(request);
        }
        Optional<Refusal> refusal = account.refuses(request);
        if (refusal.isPresent()) {
            return refusal.get().answer();
        }
        return path.startsWith(API + "/") ? service(request, path.substring(API.length())) : notFound();
    }

    private Answer storage(Request request) {
        return switch (request.method()) {
            case "GET", "HEAD" -> downloads.answer(request);
            case "POST" -> uploads.upload(request);
            default -> OssError.answer(new Refusal(405, "MethodNotAllowed", "The specified method is not allowed."));
        };
    }

    private Answer service(Request request, String path) {
        boolean get = request.method().equals("GET");
        boolean post = request.method().equals("POST");
        if (post && path.startsWith(SERVICES) && Catalogue.hasPath(path.substring(SERVICES.length()))) {
            return submits.answer(path.substring(SERVICES.length()), request);
        } else if (get && (path.equals(TASKS) || path.equals(TASKS + "/"))) {
            return tasks.list(request);
        } else if (get && path.startsWith(TASKS + "/")) {
            return tasks.poll(path.substring(TASKS.length() + 1));
        } else if (post && path.startsWith(TASKS + "/") && path.endsWith(CANCEL)) {
            return tasks.cancel(path.substring(TASKS.length() + 1, path.length() - CANCEL.length()));
        } else if (get && path.equals("/uploads")) {
            return uploads.policy(request);
        }
        return notFound();
    }

    private static Answer notFound() {
        return Refusal.of(DocumentedError.NOT_FOUND).answer();
    }
}
