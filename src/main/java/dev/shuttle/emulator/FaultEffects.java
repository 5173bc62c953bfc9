package dev.shuttle.emulator;

import dev.shuttle.emulator.http.Answer;
import dev.shuttle.emulator.http.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The faults that apply to one call, and their effects on its answer. */
record FaultEffects(List<Fault> faults) {
    private static final String HTML = """
            <html><head><title>502 Bad Gateway</title></head>
            <body><center><h1>502 Bad Gateway</h1></center><hr><center>Tengine</center></body></html>
            """;

    /** Signature bytes of a picture that stay whole when the rest is spoilt. */
    private static final int SPARED = 24;

    /** The answer that is given in place of the real one, if any. */
    Optional<Answer> instead() {
        return faults.stream().flatMap(this::instead).findFirst().map(this::delayed);
    }

    private Stream<Answer> instead(Fault fault) {
        if (fault instanceof Fault.Refuse refuse) {
            return Stream.of(refused(refuse));
        } else if (fault instanceof Fault.HtmlPage page) {
            return Stream.of(Answer.of(page.status() == 0 ? 502 : page.status(), "text/html", HTML));
        } else if (fault instanceof Fault.Reset) {
            return Stream.of(Answer.of(500, "text/plain", "").ending(Ending.RESET));
        }
        return Stream.of();
    }

    private Answer refused(Fault.Refuse refuse) {
        int status = refuse.status() != 0
                ? refuse.status()
                : DocumentedError.ofCode(refuse.code())
                        .map(DocumentedError::status)
                        .orElse(500);
        Answer answer = new Refusal(status, refuse.code(), message(refuse.code(), refuse.message())).answer();
        return refuse.retryAfter() == null
                ? answer
                : answer.with("Retry-After", refuse.retryAfter().toString());
    }

    /** The refusal, if any, for who answers in XML. */
    Optional<Refusal> refusal() {
        return all(Fault.Refuse.class)
                .map(refuse -> new Refusal(refuse.status(), refuse.code(), message(refuse.code(), refuse.message())))
                .findFirst();
    }

    /** The real answer, changed by these faults. */
    Answer on(Answer answer) {
        Answer changed = delayed(answer);
        for (Fault fault : faults) {
            changed = changed(changed, fault);
        }
        return changed;
    }

    private static Answer changed(Answer answer, Fault fault) {
        if (fault instanceof Fault.LoseAnswer) {
            return answer.ending(Ending.CLOSED);
        } else if (fault instanceof Fault.Truncate) {
            return answer.ending(Ending.TRUNCATED);
        } else if (fault instanceof Fault.Ends ends) {
            return answer.ending(ends.how(), ends.amount());
        } else if (fault instanceof Fault.Body other) {
            return answer.body(other.bytes());
        } else if (fault instanceof Fault.CorruptBody) {
            return answer.body(spoilt(answer.body()));
        }
        return fault instanceof Fault.WrongType wrong ? answer.type(wrong.contentType()) : answer;
    }

    private static byte[] spoilt(byte[] body) {
        byte[] spoilt = body.clone();
        for (int i = SPARED; i < spoilt.length; i++) {
            spoilt[i] ^= (byte) (31 * i + 7);
        }
        return spoilt;
    }

    /** How a task ends that would have ended like this. */
    Outcome outcome(Outcome planned) {
        return faults.stream().flatMap(FaultEffects::outcome).findFirst().orElse(planned);
    }

    private static Stream<Outcome> outcome(Fault fault) {
        if (fault instanceof Fault.FailTask fail) {
            return Stream.of(new Outcome.Fails(fail.code(), message(fail.code(), fail.message())));
        } else if (fault instanceof Fault.FailPictures part) {
            return Stream.of(
                    new Outcome.SucceedsInPart(part.pictures(), part.code(), message(part.code(), part.message())));
        } else if (fault instanceof Fault.EmptyResults) {
            return Stream.of(new Outcome.SucceedsEmpty());
        }
        return fault instanceof Fault.NeverFinish ? Stream.of(new Outcome.TimesOut()) : Stream.of();
    }

    boolean hideTask() {
        return all(Fault.UnknownTask.class).findAny().isPresent();
    }

    /** How old a task must be to be listed. */
    Duration lag() {
        return all(Fault.LateList.class).map(Fault.LateList::time).reduce(Duration.ZERO, Duration::plus);
    }

    private Answer delayed(Answer answer) {
        Duration sum = all(Fault.Delay.class).map(Fault.Delay::time).reduce(Duration.ZERO, Duration::plus);
        return answer.delayed(sum);
    }

    private <F extends Fault> Stream<F> all(Class<F> kind) {
        return faults.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static String message(String code, @Nullable String message) {
        return Objects.requireNonNullElseGet(
                message,
                () -> DocumentedError.ofCode(code).map(DocumentedError::message).orElse("[emulator] " + code));
    }
}
