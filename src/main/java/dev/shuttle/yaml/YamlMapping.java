package dev.shuttle.yaml;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The keys and values of a YAML file or of a part of it. It reads node by node, without binding to classes by reflection,
 * because that takes a third of a second of a program's start. A key without a value counts as absent.
 */
public final class YamlMapping {
    private final String path;
    private final Map<String, Node> values;

    private YamlMapping(String path, Map<String, Node> values) {
        this.path = path;
        this.values = values;
    }

    /** Reads a whole file, UTF-8 or UTF-16, that holds one mapping. */
    public static YamlMapping read(InputStream file) throws YamlException {
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeInputStream(file);
            if (root.isEmpty()) {
                throw new YamlException(1, "the file is empty");
            }
            return of("", root.get());
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().isPresent() ? e.getProblemMark().get().getLine() + 1 : 1;
            throw new YamlException(line, "this is no YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new YamlException(1, "this is no YAML: " + e.getMessage(), e);
        }
    }

    private static YamlMapping of(String path, Node node) throws YamlException {
        if (!(node instanceof MappingNode mapping)) {
            throw new YamlException(line(node), (path.isEmpty() ? "the file" : path) + " must be keys with values");
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new YamlException(line(tuple.getKeyNode()), "a key must be a word");
            }
            if (values.put(key.getValue(), tuple.getValueNode()) != null) {
                throw new YamlException(line(key), "the key " + path(path, key.getValue()) + " stands there twice");
            }
        }
        return new YamlMapping(path, values);
    }

    private static String path(String above, String key) {
        return above.isEmpty() ? key : above + "." + key;
    }

    private static int line(Node node) {
        return node.getStartMark().isPresent() ? node.getStartMark().get().getLine() + 1 : 1;
    }

    /** Refuses every key that is not one of {@code known}. */
    public YamlMapping allow(Set<String> known) throws YamlException {
        for (Map.Entry<String, Node> entry : values.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw new YamlException(
                        line(entry.getValue()),
                        "unknown key " + path(path, entry.getKey()) + "; known: " + String.join(", ", sorted(known)));
            }
        }
        return this;
    }

    private static List<String> sorted(Set<String> words) {
        List<String> sorted = new ArrayList<>(words);
        sorted.sort(null);
        return sorted;
    }

    /** The line of a key's value, counted from 1; 1 where the key is absent. */
    public int line(String key) {
        Node node = values.get(key);
        return node == null ? 1 : line(node);
    }

    /** A text; numbers and the like as they are written. */
    public @Nullable String text(String key) throws YamlException {
        Node node = node(key);
        return node == null ? null : text(key, node);
    }

    private String text(String key, Node node) throws YamlException {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new YamlException(line(node), path(path, key) + " must be one value");
    }

    /** A whole number. */
    public @Nullable Integer whole(String key) throws YamlException {
        String text = text(key);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new YamlException(line(key), path(path, key) + " must be a whole number, not " + text, e);
        }
    }

    /** A number. */
    public @Nullable Double number(String key) throws YamlException {
        String text = text(key);
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new YamlException(line(key), path(path, key) + " must be a number, not " + text, e);
        }
    }

    /** {@code true} or {@code false}. */
    public @Nullable Boolean flag(String key) throws YamlException {
        String text = text(key);
        if (text == null) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        throw new YamlException(line(key), path(path, key) + " must be true or false, not " + text);
    }

    /** A list of texts; null where the key is absent. */
    public @Nullable List<String> texts(String key) throws YamlException {
        Node node = node(key);
        if (node == null) {
            return null;
        }
        if (!(node instanceof SequenceNode list)) {
            throw new YamlException(line(node), path(path, key) + " must be a list");
        }
        List<String> texts = new ArrayList<>();
        for (Node item : list.getValue()) {
            texts.add(text(key, item));
        }
        return texts;
    }

    /** Whether a key has a list for its value. */
    public boolean isList(String key) {
        return values.get(key) instanceof SequenceNode;
    }

    /** The keys below a key; null where it is absent. */
    public @Nullable YamlMapping mapping(String key) throws YamlException {
        Node node = node(key);
        return node == null ? null : of(path(path, key), node);
    }

    private @Nullable Node node(String key) {
        Node node = values.get(key);
        return node == null || node.getTag().equals(Tag.NULL) ? null : node;
    }
}
