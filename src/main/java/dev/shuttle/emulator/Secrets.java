package dev.shuttle.emulator;

import java.util.Locale;

/** Headers that belong to the service and must never reach a storage host. */
final class Secrets {
    private Secrets() {}

    static boolean meantForTheService(String headerName) {
        String name = headerName.toLowerCase(Locale.ROOT);
        return name.equals("authorization") || name.startsWith("x-dashscope-");
    }
}
