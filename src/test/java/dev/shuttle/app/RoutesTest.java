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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes as they lie in {@code routes/}. */
class RoutesTest {
    private static final Path ROUTES = Path.of("routes");

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

        Set<String> called = found(text, "to: \"?(direct:[a-z]+)");
        Set<String> taken = found(text, "uri: (direct:[a-z]+)\\n");

        assertThat(called).isNotEmpty().isSubsetOf(taken);
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
    void everyStageIsShortEnoughToRead() {
        assertThat(Folder.children(ROUTES))
                .allSatisfy(file ->
                        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(40));
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
            assertThat(rig.program().isIdle()).isTrue();
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
        return found(text(), "(?:- route:\\n    id:|- \\{ id:) ([a-z]+)").stream()
                .sorted()
                .toList();
    }

    private static String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : Folder.children(ROUTES).sorted().toList()) {
            text.append(Files.readString(file)).append('\n');
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
