package dev.shuttle.ops.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.shuttle.ops.alert.Alert.Affected;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A body of one's own: mustache, its values escaped as JSON wants them. */
final class Template {
    private final com.samskivert.mustache.Template template;
    private final ChatText chatText;

    private Template(com.samskivert.mustache.Template template, ChatText chatText) {
        this.template = template;
        this.chatText = chatText;
    }

    /** @throws SettingsException where it cannot be read, names what there is not, or does not become a JSON object */
    static Template read(Path file, ChatText chatText) {
        try {
            String text = Files.readString(file);
            Template read = new Template(
                    Mustache.compiler().withEscaper(Template::escaped).compile(text), chatText);
            if (!new JsonMapper().readTree(read.of(example())).isObject()) {
                throw refused(file, "must become a JSON object");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw refused(file, "does not become JSON: " + e.getOriginalMessage());
        } catch (IOException | MustacheException e) {
            throw refused(file, FileErrors.reason(e));
        }
    }

    private static SettingsException refused(Path file, String why) {
        return new SettingsException(List.of("shuttle.alert.template=" + file + ": " + why));
    }

    private static String escaped(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }

    String of(Alert alert) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("event", alert.event().name());
        values.put("severity", alert.severity());
        values.put("recovered", alert.recovered());
        values.put("since", alert.since().toString());
        values.put("at", alert.at().toString());
        values.put("code", alert.code() == null ? "" : alert.code());
        values.put("title", alert.title());
        values.put("message", alert.message());
        values.put("hint", alert.hint() == null ? "" : alert.hint());
        values.put("count", alert.count());
        values.put("jobs", alert.jobs().stream().map(Template::job).toList());
        values.put("host", alert.host());
        values.put("instance", alert.instance());
        values.put("text", chatText.of(alert));
        return template.execute(values);
    }

    private static Map<String, String> job(Affected job) {
        return Map.of("id", job.id(), "file", job.file());
    }

    /** What a template is tried with at the start; its file's name is as bad as names get. */
    private static Alert example() {
        return new Alert(
                1,
                Event.TEST,
                Event.TEST.severity(),
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                "\"title\"",
                "line\nline",
                null,
                1,
                Map.of(),
                List.of(new Affected("1", "a \"b\" \\ c.png")),
                "host",
                "work");
    }
}
