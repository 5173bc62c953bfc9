package dev.shuttle.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A submit that passed the gateway.
 *
 * @param synchronous whether its path answers with pictures
 */
record Submission(Model model, boolean synchronous, ObjectNode body) {
    JsonNode input() {
        return body.path("input");
    }

    JsonNode parameters() {
        return body.path("parameters");
    }
}
