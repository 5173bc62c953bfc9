package dev.shuttle.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The four sources of a configuration, to be filled where a test needs them. */
final class Sources {
    private final Path file;
    private final Map<String, String> overrides = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    Sources(Path folder) {
        file = folder.resolve("shuttle.properties");
    }

    Sources set(String key, String value) {
        overrides.put(key, value);
        return this;
    }

    Sources environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Sources file(String... lines) {
        try {
            Files.writeString(file, String.join("\n", lines));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Configuration load() {
        return Configuration.load(overrides, environment, file);
    }

    Settings settings() {
        return Settings.of(load());
    }
}
