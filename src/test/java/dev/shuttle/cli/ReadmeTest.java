package dev.shuttle.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the texts say is what the program has. */
class ReadmeTest {
    private static final Pattern SETTING =
            Pattern.compile("(?m)^\\| `((?:shuttle|dashscope|openai)\\.[a-z.-]+)` \\| (?:`([^`]*)`|–) \\| \\S.*\\|$");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern ARTIFACT =
            Pattern.compile("<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    /** The README's command for the tests, in both languages and in {@code .ci/run}. */
    private static final String TESTS = "mvn -B verify";

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everySettingStandsInTheTableWithItsDefaultAndNoOtherDoes(String readme) throws IOException {
        assertThat(settingsOf(readme)).isEqualTo(builtIn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everyRouteFileStandsInThePipelinesTableAndNoOtherDoes(String readme) throws IOException {
        List<String> files = list(Path.of("routes"), ".camel.yaml").stream()
                .map(file -> "routes/" + file.getFileName())
                .toList();

        assertThat(firstCells(text(readme)).filter(cell -> cell.startsWith("routes/")))
                .containsExactlyElementsOf(files);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everyBundledPresetStandsInItsTable(String readme) throws IOException {
        List<String> presets = list(Path.of("src/main/resources/presets"), ".yaml").stream()
                .map(file -> file.getFileName().toString().replace(".yaml", ""))
                .toList();

        assertThat(firstCells(text(readme))).containsAll(presets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everyCommandStandsInItsTable(String readme) throws IOException {
        List<String> named =
                firstCells(text(readme)).map(cell -> cell.split(" ", 2)[0]).toList();

        assertThat(named)
                .containsAll(
                        new CommandLine(new ShuttleCommand()).getSubcommands().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md", ".ci/run"})
    void theTestsAreRunByTheSameCommandEverywhere(String file) throws IOException {
        assertThat(text(file).lines()).contains(TESTS);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyRelativeLinkLeadsToAFile(Path file) throws IOException {
        Path here = file.toAbsolutePath();

        assertThat(LINK.matcher(Files.readString(file))
                        .results()
                        .map(link -> link.group(1))
                        .filter(target -> !target.contains("://")))
                .allSatisfy(target -> assertThat(here.resolveSibling(target)).exists());
    }

    @Test
    void everyDependencyHasItsReasonInADecision() throws IOException {
        StringBuilder decisions = new StringBuilder();
        for (Path file : list(Path.of("docs/decisions"), ".md")) {
            decisions.append(Files.readString(file));
        }

        String dependencies = text("pom.xml").replaceAll("(?s)<dependencyManagement>.*</dependencyManagement>", "");
        List<String> artifacts = ARTIFACT.matcher(dependencies)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(artifacts)
                .isNotEmpty()
                .allSatisfy(artifact -> assertThat(decisions).contains("`" + artifact + "`"));
    }

    private static Map<String, String> settingsOf(String readme) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (MatchResult row : SETTING.matcher(text(readme)).results().toList()) {
            String before = settings.put(row.group(1), row.group(2) == null ? "" : row.group(2));
            assertThat(before).as(row.group(1) + " has one row").isNull();
        }
        return settings;
    }

    private static Map<String, String> builtIn() throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/application.properties"), UTF_8)) {
            properties.load(in);
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }

    /** What stands between backticks in the first cell of each table row. */
    private static Stream<String> firstCells(String text) {
        return text.lines().filter(line -> line.startsWith("| `")).map(line -> line.substring(3, line.indexOf('`', 3)));
    }

    private static Stream<Path> texts() throws IOException {
        return Stream.concat(list(Path.of(""), ".md").stream(), list(Path.of("docs"), ".md").stream());
    }

    private static List<Path> list(Path folder, String ending) throws IOException {
        int depth = folder.equals(Path.of("docs")) ? 2 : 1;
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}
