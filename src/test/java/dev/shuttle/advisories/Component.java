package dev.shuttle.advisories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A library of the program.
 *
 * @param name {@code group:artifact}, as advisories name it
 */
record Component(String name, String version) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of a CycloneDX file. */
    static List<Component> in(Path bom) throws IOException {
        List<Component> components = new ArrayList<>();
        for (JsonNode each : JSON.readTree(bom.toFile()).path("components")) {
            components.add(new Component(
                    each.path("group").asText() + ":" + each.path("name").asText(),
                    each.path("version").asText()));
        }
        if (components.isEmpty()) {
            throw new IOException(bom + " names no components; is it a CycloneDX file?");
        }
        return components;
    }
}
