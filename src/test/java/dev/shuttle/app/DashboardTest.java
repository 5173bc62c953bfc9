package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import dev.shuttle.rig.TestCloud;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The dashboard and the rules ask for what {@code /observe/metrics} shows after a success, a local picture and a failure. */
class DashboardTest {
    private static final Path DASHBOARD = Path.of("docs/operations/grafana-dashboard.json");
    private static final Path RULES = Path.of("docs/operations/prometheus-rules.yml");
    private static final Pattern METRIC =
            Pattern.compile("\\b((?:shuttle|resilience4j|jvm|process|camel)_[a-z0-9_]+)(?:\\{([^}]*)})?");
    private static final Pattern EXACT = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)(?:=~|!=|!~|=)\"");
    private static final Pattern GROUPS = Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)");
    private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?([a-z]+)\\s*}}");
    /** Prometheus adds them, or takes them as a histogram's. */
    private static final Set<String> PROMETHEUS = Set.of("instance", "job", "le");

    private static final Map<String, Set<String>> SHOWN_BY_US = new HashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path root;

    @SuppressWarnings("NullAway.Init")
    private static Emulator cloud;

    /** An expression and the labels its legend shows. */
    private record Query(String expression, String legend) {}

    @BeforeAll
    static void run() {
        cloud = TestCloud.start();
        Map<String, String> settings =
                Map.of("shuttle.management.port", "1", "shuttle.preset", "pixel_art", "shuttle.fallback", "fail");
        try (Rig rig = Rig.serving(root, Rig.environment(cloud), settings)) {
            rig.drop("local.png.yaml", "cloud: false".getBytes(StandardCharsets.UTF_8))
                    .drop("local.png", Pictures.png(1))
                    .drop("cloud.png", Pictures.png(2))
                    .reports(2);
            cloud.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("Arrearage"));
            rig.drop("failed.png", Pictures.png(3)).reports(3);
            await().atMost(Duration.ofSeconds(30)).until(() -> scrape(rig).contains("state=\"FAILED\""));
            read(scrape(rig));
        }
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    private static String scrape(Rig rig) {
        return new String(rig.operators().get("/observe/metrics").body(), StandardCharsets.UTF_8);
    }

    private static void read(String metrics) {
        METRIC.matcher(metrics)
                .results()
                .filter(found -> found.group(2) != null)
                .forEach(found -> {
                    Set<String> labels = SHOWN_BY_US.computeIfAbsent(found.group(1), name -> new HashSet<>());
                    EXACT.matcher(found.group(2)).results().forEach(label -> {
                        labels.add(label.group(1));
                        labels.add(label.group());
                    });
                });
        metrics.lines()
                .filter(line -> !line.startsWith("#") && !line.contains("{"))
                .forEach(line -> SHOWN_BY_US.computeIfAbsent(line.split(" ", 2)[0], name -> new HashSet<>()));
    }

    private static Stream<Query> queries() throws IOException {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : new ObjectMapper().readTree(DASHBOARD.toFile()).path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                queries.add(new Query(
                        target.path("expr").asText(),
                        target.path("legendFormat").asText()));
            }
        }
        JsonNode rules = new ObjectMapper()
                .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(RULES)));
        for (JsonNode rule : rules.at("/groups/0/rules")) {
            String texts = rule.path("annotations").toString();
            queries.add(new Query(rule.path("expr").asText(), texts));
        }
        return queries.stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void whatIsAskedForIsThere(Query query) {
        List<MatchResult> metrics = METRIC.matcher(query.expression()).results().toList();
        Set<String> known = new HashSet<>(PROMETHEUS);
        for (MatchResult metric : metrics) {
            assertThat(SHOWN_BY_US).containsKey(metric.group(1));
            Set<String> labels = new HashSet<>(PROMETHEUS);
            labels.addAll(SHOWN_BY_US.getOrDefault(metric.group(1), Set.of()));
            String selector = metric.group(2) == null ? "" : metric.group(2);
            assertThat(labels).as(metric.group()).containsAll(found(LABEL, selector));
            assertThat(EXACT.matcher(selector).results().map(MatchResult::group).toList())
                    .allSatisfy(exact -> assertThat(labels).as(metric.group()).contains(exact));
            known.addAll(labels);
        }
        for (String group : found(GROUPS, query.expression())) {
            assertThat(known).containsAll(List.of(group.split(", ", -1)));
        }
        assertThat(known).containsAll(found(SHOWN, query.legend()));
    }

    @Test
    void theDashboardsDataSourceIsAVariable() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());

        assertThat(dashboard.at("/templating/list/0/type").asText()).isEqualTo("datasource");
        assertThat(dashboard.path("panels").findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.path("uid").asText()).isEqualTo("${datasource}"));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
