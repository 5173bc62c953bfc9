package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Route;
import org.apache.camel.spi.ResourceReloadStrategy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code shuttle.routes.reload=true} routes are taken up while the program runs. */
class RouteReloadTest {
    private static final String HELLO = """
            - route:
                id: hello
                description: %s
                from:
                  uri: direct:hello
                  steps:
                    - log: hello
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Path routes;

    @BeforeEach
    void copyTheRoutes() throws IOException {
        routes = Files.createDirectory(root.resolve("own-routes"));
        for (Path file : Folder.children(Path.of("routes")).toList()) {
            Files.copy(file, routes.resolve(file.getFileName()));
        }
    }

    @Test
    void aFileThatIsDroppedInIsTakenUp() throws IOException {
        try (Rig rig = start()) {
            put("90-hello.camel.yaml", HELLO.formatted("new"));

            awaitDescription(rig, "hello", "new");
        }
    }

    @Test
    void aFileThatChangesReplacesItsRouteAndAMistakeInItDoesNot() throws IOException {
        put("90-hello.camel.yaml", HELLO.formatted("old"));
        try (Rig rig = start()) {
            put("90-hello.camel.yaml", HELLO.formatted("new").replace("steps:", "stepps:"));
            await().atMost(Duration.ofSeconds(60)).until(() -> failedReloads(rig) > 0);
            assertThat(description(rig, "hello")).isEqualTo("old");

            put("90-hello.camel.yaml", HELLO.formatted("mended"));

            awaitDescription(rig, "hello", "mended");
        }
    }

    @Test
    void jobsGoThroughTheChangedRoutes() throws IOException {
        try (Rig rig = start()) {
            String publish = Files.readString(routes.resolve("50-publish.camel.yaml"));
            put("50-publish.camel.yaml", publish.replaceFirst("description: .*", "description: changed"));
            awaitDescription(rig, "publish", "changed");

            Report report = rig.drop("peony.png", Pictures.png(1)).report();

            assertThat(report.state()).isEqualTo(State.DONE);
        }
    }

    @Test
    void aFolderBehindASymbolicLinkIsReadToo() throws IOException {
        Path link = Files.createSymbolicLink(root.resolve("routes-link"), routes);

        try (Rig rig = Rig.start(root, null, Map.of("shuttle.routes", link.toString()))) {
            assertThat(rig.program().context().getRoutes()).isNotEmpty();
        }
    }

    private Rig start() {
        return Rig.start(root, null, Map.of("shuttle.routes", routes.toString(), "shuttle.routes.reload", "true"));
    }

    /** As a careful editor saves: never half a file. */
    private void put(String name, String text) throws IOException {
        Path aside = Files.writeString(root.resolve("aside"), text);
        Files.move(aside, routes.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static int failedReloads(Rig rig) {
        ResourceReloadStrategy strategy = rig.program().context().hasService(ResourceReloadStrategy.class);
        return strategy.getFailedCounter();
    }

    private static void awaitDescription(Rig rig, String id, String description) {
        await().atMost(Duration.ofSeconds(60)).until(() -> description.equals(description(rig, id)));
    }

    private static @Nullable String description(Rig rig, String id) {
        Route route = rig.program().context().getRoute(id);
        return route == null ? null : route.getDescription();
    }
}
