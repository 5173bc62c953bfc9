package dev.shuttle.campaign;

import dev.shuttle.pipeline.job.PostgresCluster;
import dev.shuttle.pipeline.store.S3Server;
import dev.shuttle.rig.Broker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the nodes share: PostgreSQL, Artemis and a store, each a server of its own on this machine that can go away and come back. */
final class ClusterServers implements AutoCloseable {
    private final PostgresCluster database;
    private final String journal;
    private final Broker broker;
    private final Path folder;
    private final @Nullable S3Server s3;

    private ClusterServers(PostgresCluster database, Broker broker, Path folder, @Nullable S3Server s3)
            throws IOException {
        this.database = database;
        this.journal = database.newDatabase();
        this.broker = broker;
        this.folder = folder;
        this.s3 = s3;
    }

    /** @param inABucket whether the store is the S3 server of docs/cluster/s3; else a shared folder */
    static ClusterServers start(Path root, boolean inABucket) throws IOException {
        Path binaries = PostgresCluster.binaries()
                .orElseThrow(() -> new IOException("no PostgreSQL here: Debian has it as postgresql"));
        if (inABucket && !S3Server.isHere()) {
            throw new IOException(
                    "no S3 server in target/s3: mvn -f docs/cluster/s3/pom.xml dependency:copy-dependencies");
        }
        return new ClusterServers(
                PostgresCluster.start(binaries),
                Broker.start(Files.createDirectories(root.resolve("broker"))),
                Files.createDirectories(root.resolve("store")),
                inABucket ? S3Server.start(root.resolve("s3")) : null);
    }

    /** What each node is told of them. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(broker.stages());
        settings.put("shuttle.journal.url", journal);
        settings.put("shuttle.journal.user", database.user());
        if (s3 == null) {
            settings.put("shuttle.store", folder.toString());
        } else {
            settings.put("shuttle.store", "s3://shuttle/nodes");
            settings.put("shuttle.store.endpoint", s3.endpoint());
            settings.put("shuttle.store.access-key", "shuttle");
        }
        return settings;
    }

    /** The environment's secrets. */
    Map<String, String> secrets() {
        return s3 == null ? Map.of() : Map.of("SHUTTLE_STORE_SECRET_KEY", "secret");
    }

    String journal() {
        return journal;
    }

    String user() {
        return database.user();
    }

    /** Ends one as a cut of the power does; a shared folder is taken away. */
    void take(Server server) throws IOException {
        switch (server) {
            case DATABASE -> database.kill();
            case BROKER -> broker.kill();
            case STORE -> {
                if (s3 == null) {
                    Files.move(folder, folder.resolveSibling("store-away"));
                } else {
                    s3.kill();
                }
            }
        }
    }

    /** It is there again, with what it had. */
    void giveBack(Server server) throws IOException {
        switch (server) {
            case DATABASE -> database.startAgain();
            case BROKER -> broker.startAgain();
            case STORE -> {
                if (s3 == null) {
                    Files.move(folder.resolveSibling("store-away"), folder);
                } else {
                    s3.startAgain();
                }
            }
        }
    }

    /** One of them. */
    enum Server {
        BROKER,
        DATABASE,
        STORE
    }

    @Override
    public void close() {
        if (s3 != null) {
            s3.close();
        }
        broker.close();
        database.close();
    }
}
