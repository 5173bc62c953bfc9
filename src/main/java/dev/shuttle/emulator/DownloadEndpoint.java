package dev.shuttle.emulator;

import dev.shuttle.emulator.http.Answer;
import dev.shuttle.emulator.http.Headers;
import dev.shuttle.emulator.http.Request;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** GET of a signed result URL, as OSS answers it. */
final class DownloadEndpoint {
    private final State state;
    private final Faults faults;
    private final InstantSource clock;

    DownloadEndpoint(State state, Faults faults, InstantSource clock) {
        this.state = state;
        this.faults = faults;
        this.clock = clock;
    }

    Answer answer(Request request) {
        Optional<Answer> refused = refused(request);
        return refused.orElseGet(() -> ResultAddress.in(request.path())
                .flatMap(address -> state.tasks().find(address.taskId()).map(task -> picture(task, address.index())))
                .orElseGet(OssError::notFound));
    }

    private Optional<Answer> refused(Request request) {
        // A real OSS may only ignore such a header. Here a client that leaks its key shall notice.
        if (request.headers().all().stream().map(Headers.Header::name).anyMatch(Ledger::isMeantForTheService)) {
            return Optional.of(OssError.answer(new Refusal(
                    400,
                    "InvalidArgument",
                    "[emulator] Authorization and X-DashScope-* do not belong to the storage")));
        }
        Map<String, String> query = request.parameters();
        String expires = query.getOrDefault("Expires", "");
        if (!expires.matches("\\d{1,12}") || !Signature.ACCESS_KEY_ID.equals(query.get("OSSAccessKeyId"))) {
            return Optional.of(OssError.denied("You have no right to access this object because of bucket acl."));
        }
        long until = Long.parseLong(expires);
        if (!Signature.same(Signature.ofDownload(request.path(), until), query.getOrDefault("Signature", ""))) {
            return Optional.of(OssError.signature());
        }
        return clock.instant().getEpochSecond() >= until
                ? Optional.of(OssError.denied("Request has expired."))
                : Optional.empty();
    }

    private Answer picture(Task task, int index) {
        if (index < 1 || index > task.picturesMade()) {
            return OssError.notFound();
        }
        FaultEffects effects = faults.effectsOn(Occasion.about(Call.DOWNLOAD, task));
        return effects.refusal()
                .map(OssError::answer)
                .map(effects::on)
                .or(effects::instead)
                .orElseGet(() ->
                        effects.on(Answer.of(200, "image/png", state.results().picture(task, index))));
    }
}
