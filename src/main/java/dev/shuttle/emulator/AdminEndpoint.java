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
                Unknowns.LIST);
    }

    private Answer add(String json) {
        try {
            JsonNode rules = Json.MAPPER.readTree(json);
            List<FaultRule> read = new ArrayList<>();
            for (JsonNode rule : rules.isArray() ? rules : List.of(rules)) {
                read.add(Json.MAPPER.treeToValue(rule, FaultRule.class));
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
