package dev.shuttle.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.KnownNode;
import dev.shuttle.recipe.preset.Preset;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.settings.Settings;
import dev.shuttle.web.server.Answer;
import dev.shuttle.web.server.Call;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** What the program can do and how it does: the bean {@code apiAbout}. */
public final class About {
    private final Settings settings;
    private final Presets presets;
    private final Journal journal;
    private final Supplier<String> breaker;
    private final String version;

    /**
     * Describes this program.
     *
     * @param breaker the circuit breaker's state, in resilience4j's words
     */
    public About(Settings settings, Presets presets, Journal journal, Supplier<String> breaker, String version) {
        this.settings = settings;
        this.presets = presets;
        this.journal = journal;
        this.breaker = breaker;
        this.version = version;
    }

    /** The presets. */
    public Answer styles(Call call) {
        return Answer.json(new Styles(
                settings.intake().preset(),
                presets.all().stream().map(Style::of).toList()));
    }

    private record Styles(
            @com.fasterxml.jackson.annotation.JsonProperty("default")
            String usual,

            List<Style> styles) {}

    private record Style(String name, Preset.Text title, Preset.Text description, int colours) {
        static Style of(Preset preset) {
            return new Style(preset.name(), preset.title(), preset.description(), preset.colours());
        }
    }

    /** Whether there is a key, and how the cloud does; never the key. */
    public Answer status(Call call) {
        Settings.Cloud cloud = settings.cloud();
        return Answer.json(new Status(
                version,
                settings.cloudIsOn(),
                cloud.key() != null,
                cloud.baseUrl().toString(),
                cloud.models().get(0),
                cloud.models(),
                breaker.get(),
                settings.fallback().name().toLowerCase(Locale.ROOT),
                settings.intake().maxFileSize(),
                settings.intake().maxPixels(),
                journal.unfinished().size()));
    }

    private record Status(
            String version,
            boolean cloud,
            boolean keyPresent,
            String baseUrl,
            String model,
            List<String> models,
            String breaker,
            String fallback,
            long maxFileSize,
            long maxPixels,
            int jobsOpen) {}

    /** The nodes that share the journal. */
    public Answer nodes(Call call) {
        return Answer.json(
                new AllNodes(journal.knownNodes().stream().map(OneNode::of).toList()));
    }

    private record AllNodes(List<OneNode> nodes) {}

    private record OneNode(
            String name, String standing, List<String> roles, String version, int jobsOpen, long clockAheadMillis) {
        static OneNode of(KnownNode node) {
            return new OneNode(
                    node.name(),
                    node.standing().word(),
                    List.of(node.roles().split(",")),
                    node.program(),
                    node.jobs(),
                    node.ahead().toMillis());
        }
    }

    /** The description of the interface. */
    public Answer openapi(Call call) throws IOException {
        try (InputStream in = About.class.getResourceAsStream("/http/openapi.json")) {
            String text = new String(Objects.requireNonNull(in, "openapi.json").readAllBytes(), UTF_8);
            return new Answer.Bytes(
                    200,
                    "application/json",
                    text.replace("{{version}}", version).getBytes(UTF_8),
                    Map.of());
        }
    }
}
