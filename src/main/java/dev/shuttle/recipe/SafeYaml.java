package dev.shuttle.recipe;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * YAML 1.2 from strangers: UTF-8 with or without a mark, UTF-16 with one, or GB 18030, in which Chinese editors write; one short document, no aliases (a few of them can stand for
 * gigabytes), not deeply nested. Only nodes are made, never objects.
 */
final class SafeYaml {
    /** No ticket and no preset is nearly as long. */
    static final int MOST_BYTES = 64 * 1024;

    private static final int DEEPEST = 8;
    private static final String MEND = "mend the YAML; a key, a colon, a blank, a value on each line";

    private SafeYaml() {}

    /** The one mapping that the bytes hold. */
    static MappingNode mapping(byte[] bytes) throws RecipeException {
        String text = text(bytes);
        // All at once: the reader loses its way where its buffer ends within a rare character.
        LoadSettings settings =
                LoadSettings.builder().setBufferSize(text.length() + 2).build();
        try {
            look(new Parse(settings).parseString(text));
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return mapping;
            }
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark().map(mark -> line(mark) + ": ").orElse("");
            throw new RecipeException(line + e.getProblem(), MEND);
        } catch (YamlEngineException e) {
            throw new RecipeException("is no YAML: " + e.getMessage(), MEND);
        }
        throw new RecipeException("holds no keys", "write one key on each line, such as: colours: 8");
    }

    /** Any value, as maps, lists and plain values; null where nothing is written. */
    static @Nullable Object value(String text) throws RecipeException {
        if (text.length() > MOST_BYTES) {
            throw new RecipeException("has " + text.length() + " characters", "make it shorter");
        }
        LoadSettings settings =
                LoadSettings.builder().setBufferSize(text.length() + 2).build();
        try {
            look(new Parse(settings).parseString(text));
            return new Load(settings).loadFromString(text);
        } catch (YamlEngineException e) {
            throw new RecipeException("is no YAML: " + e.getMessage(), MEND);
        }
    }

    /** {@code line 3}. */
    static String line(Mark mark) {
        return "line " + (mark.getLine() + 1);
    }

    private static String text(byte[] bytes) throws RecipeException {
        if (bytes.length > MOST_BYTES) {
            throw new RecipeException(
                    "has " + bytes.length + " bytes; " + MOST_BYTES + " are allowed", "make it shorter");
        }
        if (starts(bytes, 0xff, 0xfe)) {
            return decoded(bytes, 2, UTF_16LE);
        }
        if (starts(bytes, 0xfe, 0xff)) {
            return decoded(bytes, 2, UTF_16BE);
        }
        int from = starts(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
        try {
            return decoded(bytes, from, UTF_8);
        } catch (RecipeException notUtf8) {
            return decoded(bytes, from, Charset.forName("GB18030"));
        }
    }

    private static String decoded(byte[] bytes, int from, Charset charset) throws RecipeException {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RecipeException("is neither in UTF-8 nor in GBK", "save it as UTF-8");
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 255) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** The parser keeps its own stack, so this looks at any depth; the composer would run out of ours. */
    private static void look(Iterable<Event> events) throws RecipeException {
        int depth = 0;
        for (Event event : events) {
            switch (event.getEventId()) {
                case Alias ->
                    throw new RecipeException(at(event) + "an alias (*name) is not allowed", "write the value itself");
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new RecipeException(at(event) + "is nested too deeply", MEND);
            }
        }
    }

    private static String at(Event event) {
        return event.getStartMark().map(mark -> line(mark) + ": ").orElse("");
    }
}
