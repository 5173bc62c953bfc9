package dev.shuttle.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema that editors use says of every ticket what the program says of it. */
final class TicketSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode SHIPPED = shipped();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SHIPPED);

    private static JsonNode shipped() {
        try (InputStream in = TicketSchemaTest.class.getResourceAsStream("/schema/ticket.schema.json")) {
            return in == null ? JSON.createObjectNode() : JSON.readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean passesSchema(String yaml) {
        Object document =
                new Load(LoadSettings.builder().setBufferSize(yaml.length() + 2).build()).loadFromString(yaml);
        return SCHEMA.validate(JSON.valueToTree(document)).isEmpty();
    }

    private static boolean passesProgram(String yaml) {
        try {
            TicketFile.read(yaml.getBytes(UTF_8));
            return true;
        } catch (RecipeException e) {
            return false;
        }
    }

    @Test
    void theShippedSchemaHasEveryKeyEveryWordAndEveryRangeOfTheProgram() throws IOException {
        ObjectNode wanted = SchemaText.of(Vocabulary.TICKET);
        Path written = Path.of("target/ticket.schema.json");
        Files.createDirectories(written.getParent());
        Files.writeString(written, wanted.toPrettyString() + "\n");

        assertThat(SHIPPED)
                .as("copy %s to src/main/resources/schema", written)
                .isEqualTo(JSON.readTree(wanted.toString()));
    }

    static Stream<String> bounds() {
        return Vocabulary.TICKET.all().stream()
                .flatMap(key -> values(key.rule()).stream().map(value -> key.name() + ": " + value));
    }

    /** Characters of the longest text beside a key of its own. */
    private static final int LONGEST = 200;

    /** Values on both sides of every border that a rule draws, and of other kinds. */
    private static List<String> values(Rule rule) {
        List<String> values =
                new ArrayList<>(List.of("", "true", "no", "0", "-1", "1.5", "word", "\"16\"", "[]", "{}", "[a, a]"));
        if (rule instanceof Rule.WordOr either) {
            values.add(either.word());
            values.addAll(values(either.number()));
        } else if (rule instanceof Rule.Whole whole) {
            for (long edge : new long[] {whole.least(), whole.most()}) {
                values.addAll(
                        List.of(String.valueOf(edge - 1), String.valueOf(edge), String.valueOf(edge + 1), edge + ".0"));
            }
        } else if (rule instanceof Rule.Real real) {
            for (double edge : new double[] {real.least(), real.most()}) {
                values.addAll(
                        List.of(String.valueOf(edge - 0.001), String.valueOf(edge), String.valueOf(edge + 0.001)));
            }
        } else if (rule instanceof Rule.Choice choice) {
            choice.words()
                    .forEach(word -> values.addAll(List.of(word, word + "x", word.toUpperCase(java.util.Locale.ROOT))));
        } else if (rule instanceof Rule.Text text) {
            values.addAll(List.of(
                    "牡丹", "\" \"", "x".repeat(text.most()), "𠮷".repeat(text.most()), "x".repeat(text.most() + 1)));
        } else if (rule instanceof Rule.Several several) {
            values.addAll(lists(several));
        } else if (rule instanceof Rule.Either either) {
            values.addAll(List.of(
                    "wool.gpl",
                    "wool.csv",
                    "wool.ase",
                    "wool.txt",
                    "../wool.gpl",
                    "/wool.gpl",
                    "a\\\\wool.gpl",
                    ".wool.gpl",
                    "毛线.gpl"));
            values.addAll(lists(either.list()));
        } else if (rule instanceof Rule.Pairs pairs) {
            values.addAll(List.of(
                    "{\"#b3202a\": satin 8/3 weft, ground: plain}",
                    "{牡丹红: rose.wif}",
                    "{a: \"\"}",
                    "{a: 3}",
                    "{a: [plain]}",
                    "{A: \"#1d3f72\", C2: f4efe0, warp: \"#101010\"}",
                    "{A: blue}",
                    "{J: \"#1d3f72\"}",
                    "{a: " + "x".repeat(LONGEST) + "}",
                    "{a: " + "x".repeat(LONGEST + 1) + "}"));
            for (int count : new int[] {pairs.most(), pairs.most() + 1}) {
                values.add(java.util.stream.IntStream.range(0, count)
                        .mapToObj(i -> "c" + i + ": plain")
                        .collect(java.util.stream.Collectors.joining(", ", "{", "}")));
            }
        } else if (rule instanceof Rule.Fields fields) {
            values.addAll(mappings(fields));
        }
        return values;
    }

    private static List<String> lists(Rule.Several several) {
        List<String> entries = several.each() instanceof Rule.Choice choice
                ? choice.words()
                : java.util.stream.IntStream.rangeClosed(1, several.most() + 1)
                        .mapToObj(i -> String.format("\"#%06x\"", i))
                        .toList();
        List<String> lists = new ArrayList<>();
        for (int count : new int[] {several.least(), several.most(), several.most() + 1}) {
            lists.add("[" + String.join(", ", entries.subList(0, Math.min(count, entries.size()))) + "]");
        }
        if (several.each() instanceof Rule.Fields) {
            lists.addAll(List.of(
                    "[{name: a, yarns: {A: \"#112233\"}}, {name: b, yarns: {A: \"#112234\"}}]",
                    "[{name: a}]",
                    "[{name: a, yarns: {A: \"#112233\"}, more: 1}]"));
        }
        lists.addAll(List.of("[\"#12345g\"]", "[\"123456\", abcdef]", "[123456]", "[\"#12345\"]"));
        return lists;
    }

    private static List<String> mappings(Rule.Fields fields) {
        List<String> mappings = new ArrayList<>();
        if (fields.keys().named("step").isPresent()) {
            for (int ends = 3; ends < 36; ends++) {
                for (int step = 1; step < ends; step++) {
                    mappings.add("{ends: " + ends + ", step: " + step + "}");
                }
            }
            mappings.addAll(List.of("{ends: 8}", "{step: 3}", "{ends: 8, step: 3, more: 1}"));
            return mappings;
        }
        fields.keys()
                .all()
                .forEach(key ->
                        values(key.rule()).forEach(value -> mappings.add("{" + key.name() + ": " + value + "}")));
        mappings.add("{width: 3}");
        return mappings;
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void atEveryBorderTheSchemaAndTheProgramSayTheSame(String yaml) {
        assertThat(passesProgram(yaml)).isEqualTo(passesSchema(yaml));
    }

    @Test
    void theExamplesOfTheDocumentationPassBoth() throws IOException {
        String text = Files.readString(Path.of("docs/tickets.md"));
        List<String> examples = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            assertThat(passesProgram(example)).as(example).isTrue();
            assertThat(passesSchema(example)).as(example).isTrue();
        });
    }

    @Test
    void theDocumentationNamesEveryKey() throws IOException {
        String text = Files.readString(Path.of("docs/tickets.md"));

        assertThat(Vocabulary.TICKET.names()).allSatisfy(key -> assertThat(text).contains("| `" + key));
    }
}
