package dev.shuttle.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.emulator.http.Answer;
import dev.shuttle.emulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** /emulator: what the real service does not have. */
final class AdminEndpoint {
    /** What nobody outside Alibaba knows without a paid call, and what the emulator does instead. */
    private static final List<String> UNKNOWN = List.of(
            "the messages of wanx2.1-imageedit for bad input other than the bare InternalError: ours begin with [emulator]",
            "how many tasks may wait: here any number",
            "whether a 429 carries Retry-After: here none, unless a fault adds one",
            "whether 10 MB counts before or after base64: here the base64 text counts",
            "the storage's exact error bodies, and what it does with a leaked Authorization header: here 400",
            "the real picture: here a local filter's, marked EMULATED");

    /** Below this path. */
    static final String PATH = "/emulator";

    private final EmulatorSettings settings;
    private final Ledger ledger;
    private final Faults faults;

    AdminEndpoint(EmulatorSettings settings, Ledger ledger, Faults faults) {
        this.settings = settings;
        this.ledger = ledger;
        this.faults = faults;
    }

    Answer answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /emulator", "GET /emulator/" -> Json.answer(200, about());
            case "GET /emulator/ledger" -> Json.answer(200, ledger.toJson());
            case "GET /emulator/faults" -> Json.answer(200, faults.rules());
            case "POST /emulator/faults" -> add(new String(request.body(), StandardCharsets.UTF_8));
            case "DELETE /emulator/faults" -> clear();
            default ->
                new Refusal(
                                404,
                                "NotFound",
                                "[emulator] GET /emulator, GET /emulator/ledger," + " GET POST DELETE /emulator/faults")
                        .answer();
        };
    }

    private Map<String, Object> about() {
        return Map.of(
                "emulator",
                "DashScope image editing, emulated: no picture here was made by a model",
                "mode",
                settings.mode(),
                "limits",
                settings.limits(),
                "unknown",
                UNKNOWN);
    }

    private Answer add(String json) {
        try {
            JsonNode rules = Json.MAPPER.readTree(json);
            List<Faults.Rule> read = new ArrayList<>();
            for (JsonNode rule : rules.isArray() ? rules : List.of(rules)) {
                read.add(Json.MAPPER.treeToValue(rule, Faults.Rule.class));
            }
            read.forEach(rule -> faults.add(rule.when(), rule.fault()));
            return Json.answer(200, faults.rules());
        } catch (JsonProcessingException noRule) {
            return Refusal.invalid("[emulator] no fault rule: " + noRule.getOriginalMessage())
                    .answer();
        }
    }

    private Answer clear() {
        faults.clear();
        return Json.answer(200, faults.rules());
    }
}
