package dev.shuttle.emulator;

import java.time.Duration;
import java.util.List;

/**
 * A model of the catalogue.
 *
 * @param routes the paths it answers on
 * @param defaultImages n where the request names none
 * @param mostImages the largest n
 * @param quota its published limits
 */
record Model(
        String name, BodyKind body, Shape shape, List<Route> routes, int defaultImages, int mostImages, Quota quota) {

    /** A path below /services/aigc, without a trailing slash, and whether it wants X-DashScope-Async. */
    record Route(String path, boolean asynchronous) {}

    /** At most this many submits in a window, and this many tasks at once. */
    record Quota(int submits, Duration window, int running) {}
}
