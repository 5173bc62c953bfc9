package dev.shuttle.cli;

import dev.shuttle.app.StartException;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.Secret;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The emulator in the cloud's place, in this process. */
final class BuiltInEmulator {
    private BuiltInEmulator() {}

    /** Starts one whose state lies in {@code work/}, so that a killed run finds its tasks again. */
    static Emulator start(Settings settings) {
        Path state = settings.folders().work().resolve("emulator");
        try {
            Modes.ownersFolder(state);
        } catch (IOException e) {
            throw new StartException(state + " cannot be made: " + FileErrors.of(e), "check the rights and the disk");
        }
        return Emulator.start(EmulatorSettings.defaults().withStateDirectory(state));
    }

    /** The same settings, with the emulator as DashScope. */
    static Settings use(Settings settings, Emulator emulator) {
        Settings.Cloud cloud = settings.cloud();
        List<String> hosts = new ArrayList<>(cloud.resultHosts());
        hosts.add("http://127.0.0.1:*");
        return settings.withCloud(cloud.at(emulator.baseUrl(), new Secret(EmulatorSettings.DEFAULT_KEY), hosts));
    }
}
