package dev.shuttle.recipe;

import dev.shuttle.settings.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Checks the values of a document against their rules and reports all that are wrong at once, each with its line. */
final class RecipeValidator {
    /** A file that is wrong all over is wrong for one reason. */
    private static final int MOST_TOLD = 5;

    private final List<String> problems = new ArrayList<>();

    private RecipeValidator() {}

    /** The values of a document by key: Integer, Double, Boolean, String, List and Map. */
    static Map<String, Object> values(byte[] bytes, Keys keys) throws RecipeException {
        MappingNode document = SafeYaml.mapping(bytes);
        RecipeValidator checked = new RecipeValidator();
        Map<String, Object> values = checked.mapping(document, keys, "");
        if (!checked.problems.isEmpty()) {
            List<String> shown = checked.problems.subList(0, Math.min(MOST_TOLD, checked.problems.size()));
            throw new RecipeException(String.join("; ", shown), "the keys are " + String.join(", ", keys.names()));
        }
        return values;
    }

    private Map<String, Object> mapping(MappingNode node, Keys keys, String path) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> met = new ArrayList<>();
        for (NodeTuple tuple : node.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            Key key = keys.named(name).orElse(null);
            if (key == null) {
                tell(tuple.getKeyNode(), "unknown key " + path + name + Nearest.to(name, keys.names()));
            } else if (met.contains(name)) {
                tell(tuple.getKeyNode(), path + name + " stands there twice");
            } else {
                Object value = value(tuple.getValueNode(), key.rule(), path + name);
                if (value != null) {
                    values.put(name, value);
                }
            }
            met.add(name);
        }
        keys.all().stream()
                .filter(key -> key.required() && !met.contains(key.name()))
                .forEach(key -> tell(node, path + key.name() + " is missing"));
        return values;
    }

    /** The value; null, with a problem added, where it does not fit. */
    private @Nullable Object value(Node node, Rule rule, String path) {
        if (rule instanceof Rule.Either either) {
            return value(node, node instanceof SequenceNode ? either.list() : either.text(), path);
        }
        if (rule instanceof Rule.Fields fields && node instanceof MappingNode mapping) {
            return fields(mapping, fields, path);
        }
        if (rule instanceof Rule.Pairs pairs && node instanceof MappingNode mapping) {
            return pairs(mapping, pairs, path);
        }
        if (rule instanceof Rule.Several several && node instanceof SequenceNode sequence) {
            return several(sequence, several, path);
        }
        Object value = node instanceof ScalarNode scalar ? scalar(scalar, rule) : null;
        if (value == null) {
            String written = node instanceof ScalarNode scalar ? shown(scalar.getValue()) : "not a plain value";
            tell(node, path + " is " + written + "; allowed is " + rule.allowed());
        }
        return value;
    }

    private @Nullable Object fields(MappingNode node, Rule.Fields rule, String path) {
        int before = problems.size();
        Map<String, Object> values = mapping(node, rule.keys(), path + ".");
        if (problems.size() > before) {
            return null;
        }
        String wrong = rule.together().apply(values);
        if (wrong != null) {
            tell(node, path + ": " + wrong);
            return null;
        }
        return values;
    }

    private @Nullable Object pairs(MappingNode node, Rule.Pairs rule, String path) {
        int before = problems.size();
        Map<String, String> values = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Object key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar(scalar, rule.key()) : null;
            Object value = tuple.getValueNode() instanceof ScalarNode scalar ? scalar(scalar, rule.value()) : null;
            if (key == null || value == null) {
                tell(tuple.getKeyNode(), path + " has an entry that does not fit; allowed is " + rule.allowed());
            } else if (values.put((String) key, (String) value) != null) {
                tell(tuple.getKeyNode(), path + " has " + key + " twice");
            }
        }
        if (values.isEmpty() || values.size() > rule.most()) {
            tell(node, path + " has " + values.size() + " entries; allowed is " + rule.allowed());
        }
        return problems.size() > before ? null : values;
    }

    private @Nullable Object several(SequenceNode node, Rule.Several rule, String path) {
        int count = node.getValue().size();
        if (count < rule.least() || count > rule.most()) {
            tell(node, path + " has " + count + " entries; allowed is " + rule.allowed());
            return null;
        }
        List<Object> values = new ArrayList<>();
        for (Node each : node.getValue()) {
            Object value = value(each, rule.each(), path);
            if (value != null && !rule.repeats() && values.contains(value)) {
                tell(each, path + " has " + value + " twice");
            } else if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static @Nullable Object scalar(ScalarNode node, Rule rule) {
        String text = node.getValue();
        boolean isText = node.getTag().equals(Tag.STR);
        if (rule instanceof Rule.WordOr either) {
            return isText && text.equals(either.word()) ? text : scalar(node, either.number());
        }
        if (rule instanceof Rule.Whole whole) {
            BigDecimal number = number(node);
            return number != null
                            && isWithin(number, whole.least(), whole.most())
                            && number.stripTrailingZeros().scale() <= 0
                    ? number.intValue()
                    : null;
        }
        if (rule instanceof Rule.Real real) {
            BigDecimal number = number(node);
            return number != null && isWithin(number, real.least(), real.most()) ? number.doubleValue() : null;
        }
        if (rule instanceof Rule.Flag) {
            return node.getTag().equals(Tag.BOOL) ? Boolean.valueOf(text) : null;
        }
        if (rule instanceof Rule.Choice choice) {
            return isText && choice.words().contains(text) ? text : null;
        }
        if (rule instanceof Rule.Form form) {
            return isText && text.matches(form.pattern()) ? text : null;
        }
        if (rule instanceof Rule.Named named) {
            return isText && text.matches(named.pattern()) && named.exists().test(text) ? text : null;
        }
        boolean fits = rule instanceof Rule.Text bound && text.codePointCount(0, text.length()) <= bound.most();
        return isText && fits && !text.isBlank() ? text : null;
    }

    private static boolean isWithin(BigDecimal number, double least, double most) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** A number of a sane length: 1e999999999 would take all memory to write out. */
    private static @Nullable BigDecimal number(ScalarNode node) {
        boolean isNumber = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
        if (!isNumber || !node.getValue().matches("-?[0-9]{1,18}(\\.[0-9]{0,18})?([eE][-+]?[0-9]{1,2})?")) {
            return null;
        }
        return new BigDecimal(node.getValue());
    }

    private static String shown(String value) {
        return value.isEmpty() ? "empty" : value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }

    private void tell(Node node, String problem) {
        problems.add(node.getStartMark().map(mark -> SafeYaml.line(mark) + ": ").orElse("") + problem);
    }
}
