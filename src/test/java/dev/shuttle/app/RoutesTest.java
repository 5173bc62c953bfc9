package dev.shuttle.app;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Rig;
import dev.shuttle.settings.SettingsException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.apache.camel.model.Model;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes as they lie in {@code routes/}. */
class RoutesTest {
    private static final Path ROUTES = Path.of("routes");
    /** Those that providers bring on the class path, the tests' own provider too. */
    private static final List<Path> BROUGHT =
            List.of(Path.of("src/main/resources/shuttle/providers"), Path.of("src/test/resources/shuttle/providers"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Test
    void allOfThemStartFromDisk() throws IOException {
        try (Rig rig = Rig.start(root, null)) {
            assertThat(rig.program().context().getRoutes())
                    .extracting(Route::getId)
                    .containsExactlyInAnyOrderElementsOf(ids());
        }
    }

    @Test
    void everyDirectCallHasARouteThatTakesIt() throws IOException {
        String text = text();

        Set<String> called = found(text, "(?:to: |uri: )\"?(direct:[a-z-]+)");
        Set<String> taken = found(text, "uri: (direct:[a-z-]+)\\n");

        assertThat(called).isNotEmpty().isSubsetOf(taken);
    }

    /** A client could join one by a header (CVE-2026-85312). */
    @Test
    void noneHasASaga() throws IOException {
        assertThat(text()).doesNotContainPattern("\\bsaga\\s*:");
    }

    /** Camel chooses among methods of one name by the message, which at times is not there. */
    @Test
    void everyMethodThatARouteCallsIsTheOnlyOneOfItsName() throws IOException {
        try (Rig rig = Rig.start(root, null)) {
            Set<String> beans = found(text(), "ref: ([a-z][A-Za-z]*), method");

            assertThat(beans)
                    .isNotEmpty()
                    .allSatisfy(bean -> assertThat(rig.program()
                                    .context()
                                    .getRegistry()
                                    .lookupByName(bean)
                                    .getClass()
                                    .getMethods())
                            .filteredOn(method ->
                                    method.getDeclaringClass().getName().startsWith("dev.shuttle.")
                                            && !method.isBridge())
                            .extracting(Method::getName)
                            .doesNotHaveDuplicates());
        }
    }

    @Test
    void everyRouteIsShortEnoughToRead() throws IOException {
        for (String route :
                Pattern.compile("(?m)^(?=- route:)").splitAsStream(text()).toList()) {
            assertThat(route.lines().filter(line -> !line.isBlank())).as(route).hasSizeLessThanOrEqualTo(100);
        }
    }

    @Test
    void everyStepHasAnIdOfItsOwnAndNoneIsMadeUp() throws IOException {
        try (Rig rig = Rig.start(root, null)) {
            List<RouteDefinition> routes = ((Model) rig.program().context()).getRouteDefinitions();
            List<String> ids = new ArrayList<>();
            for (RouteDefinition route : routes) {
                assertThat(route.hasCustomIdAssigned()).as(route.getId()).isTrue();
                if (route.isRest() == null || !route.isRest()) {
                    assertThat(route.getDescriptionText()).as(route.getId()).isNotBlank();
                    assertThat(route.getGroup()).as(route.getId()).isNotBlank();
                    ids.add(route.getId());
                }
                ids.addAll(steps(route));
            }

            assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        }
    }

    private static List<String> steps(RouteDefinition route) {
        List<String> ids = new ArrayList<>();
        for (ProcessorDefinition<?> step :
                ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ProcessorDefinition.class)) {
            boolean isOfRest = Boolean.TRUE.equals(route.isRest());
            assertThat(isOfRest || step.hasCustomIdAssigned())
                    .as(step.getId() + " in " + route.getId())
                    .isTrue();
            if (step.hasCustomIdAssigned() && !(step instanceof OnExceptionDefinition)) {
                ids.add(step.getId());
            }
        }
        return ids;
    }

    @Test
    void everyBranchHasAnIdAndComesWithNoComment() throws IOException {
        for (Path file : Folder.children(ROUTES).toList()) {
            String yaml = Files.readString(file);

            assertThat(yaml.lines().filter(line -> line.strip().startsWith("#")))
                    .as("%s: an editor deletes comments when it saves", file)
                    .isEmpty();
            assertThat(Pattern.compile("(doFinally|otherwise|onFallback|doCatch|when|from):\\n(?! *(- )?id:)")
                            .matcher(yaml)
                            .find())
                    .as("%s: a branch without an id", file)
                    .isFalse();
        }
    }

    @Test
    void aBeanThatIsNotThereStopsTheStartAndIsNamed() throws IOException {
        Map<String, String> broken = broken("ref: publisher", "ref: printer");

        assertThatThrownBy(() -> Rig.start(root, null, broken))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("printer")
                .hasMessageContaining("Route(publish)");
    }

    @Test
    void aMethodThatIsNotThereStopsTheStartAndIsNamed() throws IOException {
        Map<String, String> broken = broken("method: isPending", "method: isPendng");

        assertThatThrownBy(() -> Rig.start(root, null, broken))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("isPendng");
    }

    @Test
    void aPropertyThatIsNotThereStopsTheStartAndIsNamed() throws IOException {
        Map<String, String> broken = broken("{{shuttle.inbox.poll}}", "{{shuttle.inbox.pol}}");

        assertThatThrownBy(() -> Rig.start(root, null, broken))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("shuttle.inbox.pol");
    }

    @Test
    void afterAFailedStartTheFoldersAreFreeAgain() throws IOException {
        Map<String, String> broken = broken("ref: publisher", "ref: printer");
        assertThatThrownBy(() -> Rig.start(root, null, broken)).isInstanceOf(StartException.class);

        try (Rig rig = Rig.start(root, null)) {
            assertThat(rig.isIdle()).isTrue();
        }
    }

    @Test
    void aFolderWithoutRoutesStopsTheStart() throws IOException {
        Path empty = Files.createDirectory(root.resolve("empty"));

        assertThatThrownBy(() -> Rig.start(root, null, Map.of("shuttle.routes", empty.toString())))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("shuttle.routes");
    }

    /** A copy of the routes with one word changed. */
    private Map<String, String> broken(String word, String other) throws IOException {
        Path copy = Files.createDirectory(root.resolve("broken"));
        for (Path file : Folder.children(ROUTES).toList()) {
            String text = Files.readString(file);
            Files.writeString(copy.resolve(file.getFileName().toString()), text.replace(word, other));
        }
        assertThat(text()).contains(word);
        return Map.of("shuttle.routes", copy.toString());
    }

    private static List<String> ids() throws IOException {
        return found(text(), "(?:- route:\\n    id:|- \\{ id:) ([a-z-]+)").stream()
                // They are one with the route they lead to.
                .filter(id -> !Set.of("rest-upload", "rest-retry-job").contains(id))
                .sorted()
                .toList();
    }

    private static String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path folder : Stream.concat(Stream.of(ROUTES), BROUGHT.stream()).toList()) {
            for (Path file : Folder.children(folder).sorted().toList()) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        return text.toString();
    }

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(toSet());
    }
}
