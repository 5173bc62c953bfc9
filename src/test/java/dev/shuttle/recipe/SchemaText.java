package dev.shuttle.recipe;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shuttle.loom.weave.Satin;
import java.util.stream.IntStream;

/** Writes the table of keys as JSON Schema: what {@code ticket.schema.json} has to say. */
final class SchemaText {
    private static final JsonMapper JSON = new JsonMapper();

    private SchemaText() {}

    static ObjectNode of(Keys keys) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Shuttle ticket");
        schema.put("description", "What is wanted of one picture: peony.jpg.yaml beside peony.jpg.");
        schema.setAll(mapping(keys));
        return schema;
    }

    private static ObjectNode mapping(Keys keys) {
        ObjectNode node = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = node.putObject("properties");
        keys.all().forEach(key -> properties.set(key.name(), described(key)));
        node.put("additionalProperties", false);
        ArrayNode required = JSON.createArrayNode();
        keys.all().stream().filter(Key::required).forEach(key -> required.add(key.name()));
        return required.isEmpty() ? node : node.set("required", required);
    }

    private static ObjectNode described(Key key) {
        return JSON.createObjectNode().put("description", key.about()).setAll(rule(key.rule()));
    }

    private static ObjectNode rule(Rule rule) {
        ObjectNode node = JSON.createObjectNode();
        if (rule instanceof Rule.WordOr either) {
            ArrayNode any = node.putArray("oneOf");
            any.addObject().put("const", either.word());
            any.add(rule(either.number()));
            return node;
        }
        if (rule instanceof Rule.Whole whole) {
            return node.put("type", "integer").put("minimum", whole.least()).put("maximum", whole.most());
        }
        if (rule instanceof Rule.Real real) {
            return node.put("type", "number").put("minimum", real.least()).put("maximum", real.most());
        }
        if (rule instanceof Rule.Choice choice) {
            choice.words().forEach(node.putArray("enum")::add);
            return node;
        }
        if (rule instanceof Rule.Flag) {
            return node.put("type", "boolean");
        }
        if (rule instanceof Rule.Text text) {
            return node.put("type", "string").put("maxLength", text.most()).put("pattern", "\\S");
        }
        if (rule instanceof Rule.Form form) {
            return node.put("type", "string").put("pattern", form.pattern());
        }
        if (rule instanceof Rule.Named named) {
            return node.put("type", "string").put("pattern", named.pattern());
        }
        if (rule instanceof Rule.Several several) {
            return several(several);
        }
        if (rule instanceof Rule.Either either) {
            node.putArray("oneOf").add(rule(either.text())).add(rule(either.list()));
            return node;
        }
        if (rule instanceof Rule.Pairs pairs) {
            return pairs(pairs);
        }
        return fields((Rule.Fields) rule);
    }

    private static ObjectNode pairs(Rule.Pairs pairs) {
        ObjectNode node = JSON.createObjectNode().put("type", "object");
        node.set("propertyNames", rule(pairs.key()));
        node.set("additionalProperties", rule(pairs.value()));
        return node.put("minProperties", 1).put("maxProperties", pairs.most());
    }

    private static ObjectNode several(Rule.Several several) {
        ObjectNode node = JSON.createObjectNode().put("type", "array");
        node.set("items", rule(several.each()));
        node.put("minItems", several.least()).put("maxItems", several.most());
        return several.repeats() ? node : node.put("uniqueItems", true);
    }

    private static ObjectNode fields(Rule.Fields fields) {
        ObjectNode node = mapping(fields.keys());
        return fields.keys().named("step").isPresent() ? node.set("anyOf", satins()) : node;
    }

    /** A satin's steps depend on its ends. */
    private static ArrayNode satins() {
        ArrayNode satins = JSON.createArrayNode();
        IntStream.rangeClosed(Satin.FEWEST_ENDS, Satin.MOST_ENDS)
                .filter(ends -> !Satin.steps(ends).isEmpty())
                .forEach(ends -> {
                    ObjectNode properties = satins.addObject().putObject("properties");
                    properties.putObject("ends").put("const", ends);
                    Satin.steps(ends).forEach(properties.putObject("step").putArray("enum")::add);
                });
        return satins;
    }
}
