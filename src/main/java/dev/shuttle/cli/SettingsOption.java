package dev.shuttle.cli;

import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --set key=value}, on every command. */
final class SettingsOption {
    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting; beats the environment and shuttle.properties. May be repeated.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    /** All sources of settings, as they are now. */
    Configuration configuration() {
        Map<String, String> set = new LinkedHashMap<>();
        overrides.forEach((key, value) -> set.put(key, value == null ? "" : value));
        return load(set);
    }

    /** The same where no {@code --set} was given. */
    static Configuration withoutAny() {
        return load(Map.of());
    }

    private static Configuration load(Map<String, String> set) {
        return Configuration.load(set, System.getenv(), Path.of("shuttle.properties"));
    }

    Settings settings() {
        return Settings.of(configuration());
    }
}
