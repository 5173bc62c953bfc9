package dev.shuttle.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files that start a cluster name no setting that the program does not have, and no key that is a secret's value. */
final class ClusterFilesTest {
    private static final Path FOLDER = Path.of("docs/cluster");
    private static final Pattern KEY = Pattern.compile("\\b(?:shuttle|dashscope)\\.[a-z][a-z.-]*(?==)");

    private static Set<String> known() throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/application.properties"), UTF_8)) {
            properties.load(in);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static String variable(String key) {
        return key.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static List<Object> documents(String file) throws IOException {
        List<Object> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(Files.readString(FOLDER.resolve(file)))
                .forEach(documents::add);
        return documents;
    }

    /** All maps of a document, however deep. */
    private static Stream<Map<?, ?>> maps(Object part) {
        if (part instanceof Map<?, ?> map) {
            return Stream.concat(
                    Stream.of(map),
                    map.values().stream().filter(java.util.Objects::nonNull).flatMap(ClusterFilesTest::maps));
        }
        return part instanceof List<?> list ? list.stream().flatMap(ClusterFilesTest::maps) : Stream.empty();
    }

    /** Variables are keys of maps in one file, and values of {@code name} in the other. */
    private static Set<String> variables(String file) throws IOException {
        return documents(file).stream()
                .flatMap(ClusterFilesTest::maps)
                .flatMap(map -> Stream.concat(map.keySet().stream(), Stream.ofNullable(map.get("name"))))
                .map(String::valueOf)
                .filter(name -> name.matches("(SHUTTLE|DASHSCOPE)_[A-Z_]+"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "k8s/nodes.yaml"})
    void everyVariableIsASetting(String file) throws IOException {
        Set<String> settings = known().stream().map(ClusterFilesTest::variable).collect(Collectors.toSet());

        assertThat(variables(file)).contains("SHUTTLE_JOURNAL_URL", "SHUTTLE_BROKER_URL", "SHUTTLE_ROLES");
        assertThat(settings).containsAll(variables(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parts.sh"})
    void everyKeyOfTheScriptIsASetting(String file) throws IOException {
        Set<String> named = KEY.matcher(Files.readString(FOLDER.resolve(file)).replace("-Dshuttle.cluster=", ""))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toSet());

        assertThat(named).contains("shuttle.node", "shuttle.store", "shuttle.broker.url");
        assertThat(known()).containsAll(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "k8s/nodes.yaml", "k8s/database-and-broker.yaml"})
    void noSecretStandsInAFile(String file) throws IOException {
        Pattern secret = Pattern.compile(".*(PASSWORD|TOKEN|API_KEY|SECRET_KEY|ACCESS_KEY)$");
        assertThat(documents(file).stream().flatMap(ClusterFilesTest::maps)).allSatisfy(map -> {
            map.forEach((key, value) -> {
                if (secret.matcher(String.valueOf(key)).matches()) {
                    assertThat(String.valueOf(value)).as(String.valueOf(key)).startsWith("${");
                }
            });
            if (secret.matcher(String.valueOf(map.get("name"))).matches()) {
                assertThat((Object) map.get("value"))
                        .as(String.valueOf(map.get("name")))
                        .isNull();
            }
        });
    }
}
