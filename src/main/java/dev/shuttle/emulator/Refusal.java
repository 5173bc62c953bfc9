package dev.shuttle.emulator;

import dev.shuttle.emulator.http.Answer;
import java.util.UUID;

/** An error answer in the service's flat form. */
record Refusal(int status, String code, String message) {
    private record Body(String code, String message, String requestId) {}

    static Refusal of(DocumentedError error) {
        return new Refusal(error.status(), error.code(), error.message());
    }

    static Refusal invalid(String message) {
        return new Refusal(400, "InvalidParameter", message);
    }

    Answer answer() {
        return Json.answer(status, new Body(code, message, UUID.randomUUID().toString()));
    }
}
