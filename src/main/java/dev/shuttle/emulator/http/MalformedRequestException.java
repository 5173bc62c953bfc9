package dev.shuttle.emulator.http;

import java.io.IOException;

/** The bytes are no HTTP/1.1 request that this server takes. */
final class MalformedRequestException extends IOException {
    private final int status;

    MalformedRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
