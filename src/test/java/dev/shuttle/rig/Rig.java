package dev.shuttle.rig;

import static org.awaitility.Awaitility.await;

import dev.shuttle.app.Idleness.Standing;
import dev.shuttle.app.Program;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.pipeline.job.JobEvents;
import dev.shuttle.report.Report;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real program, with its real routes, in this process, on a folder of its own. */
public final class Rig implements AutoCloseable {
    private final Folder folder;
    private final Program program;

    private Rig(Folder folder, Program program) {
        this.folder = folder;
        this.program = program;
    }

    /** Starts it against this cloud; null: without a key. */
    public static Rig start(Path root, @Nullable Emulator cloud, Map<String, String> more) {
        return startIn(root, more, environment(cloud));
    }

    /** Starts it with these settings and this environment. */
    public static Rig startIn(Path root, Map<String, String> more, Map<String, String> environment) {
        Folder folder = new Folder(root);
        Map<String, String> overrides = new LinkedHashMap<>(folder.settings());
        overrides.putAll(more);
        Configuration configuration = Configuration.load(overrides, environment, root.resolve("shuttle.properties"));
        return new Rig(folder, Program.start(Settings.of(configuration), configuration, true, new JobEvents()));
    }

    /** The same, with its pages and its REST interface on a free port. */
    public static Rig serving(Path root, @Nullable Emulator cloud, Map<String, String> more) {
        return serving(root, environment(cloud), more);
    }

    /** The same, with the environment as it is given. */
    public static Rig serving(Path root, Map<String, String> environment, Map<String, String> more) {
        Folder folder = new Folder(root);
        Map<String, String> overrides = new LinkedHashMap<>(folder.settings());
        // Any but 0, which would be none; the real one is what is free.
        overrides.put("shuttle.http.port", "1");
        overrides.putAll(more);
        Configuration configuration = Configuration.load(overrides, environment, root.resolve("shuttle.properties"));
        return new Rig(folder, Program.serve(Settings.of(configuration).onAnyPort(), configuration, new JobEvents()));
    }

    /** Where it is served. */
    public Http http() {
        return new Http("127.0.0.1", program.port().orElseThrow());
    }

    /** Where its operators are. */
    public Http operators() {
        return new Http("127.0.0.1", program.managementPort().orElseThrow());
    }

    /** Whether a route runs. */
    public boolean isStarted(String route) {
        return program.context().getRouteController().getRouteStatus(route).isStarted();
    }

    /** Whether nothing is left to do. */
    public boolean isIdle() {
        return program.standing() == Standing.IDLE;
    }

    /** The same without anything special. */
    public static Rig start(Path root, @Nullable Emulator cloud) {
        return start(root, cloud, Map.of());
    }

    /** The environment that names this cloud. */
    public static Map<String, String> environment(@Nullable Emulator cloud) {
        return cloud == null
                ? Map.of()
                : Map.of(
                        "DASHSCOPE_HTTP_BASE_URL",
                        cloud.baseUrl().toString(),
                        "DASHSCOPE_API_KEY",
                        EmulatorSettings.DEFAULT_KEY);
    }

    /** Drops a picture into the inbox. */
    public Rig drop(String name, byte[] bytes) {
        folder.drop(name, bytes);
        return this;
    }

    /** Waits until nothing is left to do, and gives the reports. */
    public List<Report> reports(int count) {
        await().atMost(Duration.ofSeconds(90)).until(() -> folder.results().size() == count && isIdle());
        return folder.reports();
    }

    /** Waits for the only report. */
    public Report report() {
        return reports(1).get(0);
    }

    /** The folders. */
    public Folder folder() {
        return folder;
    }

    /** The program. */
    public Program program() {
        return program;
    }

    @Override
    public void close() {
        program.close();
    }
}
