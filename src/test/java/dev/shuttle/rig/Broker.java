package dev.shuttle.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** Apache ActiveMQ Artemis for AMQP on a free port of this machine, its journal in a folder. */
public final class Broker implements AutoCloseable {
    /** Where it puts what cannot be delivered. */
    public static final String DEAD = "DLQ";

    private final Path folder;
    private final int port;
    private ActiveMQServer server;

    private Broker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.server = started();
    }

    /** One that runs. */
    public static Broker start(Path folder) {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            return new Broker(folder, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ActiveMQServer started() {
        try {
            ActiveMQServer next = ActiveMQServers.newActiveMQServer(configuration());
            next.start();
            next.waitForActivation(30, java.util.concurrent.TimeUnit.SECONDS);
            return next;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Configuration configuration() throws Exception {
        AddressSettings settings = new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(DEAD))
                .setAutoCreateQueues(true)
                .setAutoCreateAddresses(true)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST);
        return new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setMaxDiskUsage(-1)
                .setThreadPoolMaxSize(8)
                .setScheduledThreadPoolMaxSize(2)
                .addAddressSetting("#", settings)
                .addQueueConfiguration(QueueConfiguration.of(DEAD).setRoutingType(RoutingType.ANYCAST))
                .addAcceptorConfiguration("amqp", "tcp://127.0.0.1:" + port + "?protocols=AMQP");
    }

    /** Where clients find it. */
    public String url() {
        return "amqp://127.0.0.1:" + port;
    }

    /** How many messages are in a queue, those that are not due yet among them. */
    public long messages(String queue) {
        var found = server.locateQueue(queue);
        return found == null ? 0 : found.getMessageCount();
    }

    /** All that is in this queue is lost. */
    public void lose(String queue) throws Exception {
        server.locateQueue(queue).deleteAllReferences();
    }

    /** Ends as by a fault of its machine, and is there again. */
    public void restart() throws Exception {
        server.stop(true);
        server = started();
    }

    /** Settings that join the stages of a program by it. */
    public Map<String, String> stages() {
        return Map.of(
                "shuttle.broker.url",
                url(),
                "shuttle.stage.intake",
                queue("intake", 1),
                "shuttle.stage.cloud",
                queue("cloud", 1),
                "shuttle.stage.poll",
                queue("poll", 2),
                "shuttle.stage.convert",
                queue("convert", 2),
                "shuttle.stage.dead",
                "amqp:queue:" + DEAD);
    }

    private static String queue(String stage, int consumers) {
        return "amqp:queue:shuttle." + stage + "?concurrentConsumers=" + consumers;
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
