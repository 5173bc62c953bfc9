package dev.shuttle.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server; without its jars ({@code mvn -f docs/cluster/s3/pom.xml dependency:copy-dependencies}) it is skipped. */
final class S3StoreTest extends StoreContract {
    private static @Nullable S3Server server;

    @BeforeAll
    static void startServer(@TempDir Path folder) throws IOException {
        assumeTrue(S3Server.isHere(), "no S3 server in target/s3");
        server = S3Server.start(folder);
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    private static S3Server running() {
        return Objects.requireNonNull(server, "server");
    }

    @Override
    Store open() throws IOException {
        return Stores.open(running().settings()).orElseThrow();
    }

    @Test
    void whatWasPutThereIsThereAfterItWasKilledAndCameBack() throws IOException {
        try (Store store = open()) {
            store.put("job/name", bytes(3));
            running().kill();

            StoreException away = catchThrowableOfType(StoreException.class, () -> store.read("job/name"));

            assertThat(away.code()).isEqualTo("STORE_UNAVAILABLE");
            assertThat(away).hasMessage("the store s3://shuttle/nodes: job/name cannot be read: Connection refused");
            running().startAgain();
            assertThat(store.read("job/name")).contains(bytes(3));
            store.remove("job", List.of("job/name"));
        }
    }
}
