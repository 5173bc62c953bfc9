package dev.shuttle.settings;

import java.time.Duration;

/**
 * How the program behaves as a service.
 *
 * @param stop within what time a stop ends, whatever still runs
 *
 * @param trace whether spans are sent
 */
public record Service(Duration stop, LogSettings log, RetentionSettings retention, boolean trace) {
    static Service read(Values values) {
        return new Service(
                values.duration("shuttle.stop.timeout"),
                LogSettings.read(values),
                RetentionSettings.read(values),
                values.flag("shuttle.trace"));
    }
}
