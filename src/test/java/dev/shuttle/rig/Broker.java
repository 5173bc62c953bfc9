package dev.shuttle.rig;

import static org.awaitility.Awaitility.await;

import dev.shuttle.pipeline.disk.Disk;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.qpid.jms.JmsConnectionFactory;

/** Apache ActiveMQ Artemis for AMQP on a free port of this machine, as a process of its own. */
public final class Broker implements AutoCloseable {
    /** Where it puts what cannot be delivered. */
    public static final String DEAD = "DLQ";

    private final Path folder;
    private final int port;
    private Process process;

    private Broker(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = started();
    }

    /** One that runs. */
    public static Broker start(Path folder) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        return new Broker(folder, port);
    }

    private Process started() throws IOException {
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Broker.class.getName(),
                        folder.resolve("data").toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().atMost(Duration.ofMinutes(3)).until(this::isThere);
        return started;
    }

    private boolean isThere() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The server's process: its folder and its port. */
    public static void main(String[] arguments) throws Exception {
        ActiveMQServers.newActiveMQServer(configuration(arguments[0], arguments[1]))
                .start();
    }

    private static Configuration configuration(String data, String port) throws Exception {
        AddressSettings settings = new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(DEAD))
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST);
        return new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(data + "/journal")
                .setBindingsDirectory(data + "/bindings")
                .setPagingDirectory(data + "/paging")
                .setLargeMessagesDirectory(data + "/large")
                .setMaxDiskUsage(-1)
                .addAddressSetting("#", settings)
                .addQueueConfiguration(QueueConfiguration.of(DEAD).setRoutingType(RoutingType.ANYCAST))
                .addAcceptorConfiguration("amqp", "tcp://127.0.0.1:" + port + "?protocols=AMQP");
    }

    /** Where clients find it. */
    public String url() {
        return "amqp://127.0.0.1:" + port;
    }

    /** It is killed, and there again with what it had written. */
    public void restart() throws IOException {
        kill();
        startAgain();
    }

    /** It is there again with what it had written. */
    public void startAgain() throws IOException {
        process = started();
    }

    /** It is killed, and there again without any message. */
    public void restartEmpty() throws IOException {
        kill();
        Disk.deleteTree(folder.resolve("data"));
        process = started();
    }

    /** It is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Puts a message into a queue. */
    public void send(String queue, String text) throws JMSException {
        try (Connection connection = connection();
                Session session = connection.createSession()) {
            send(session, queue, session.createTextMessage(text));
        }
    }

    /** Puts an object into a queue. */
    public void sendObject(String queue, java.io.Serializable object) throws JMSException {
        try (Connection connection = connection();
                Session session = connection.createSession()) {
            send(session, queue, session.createObjectMessage(object));
        }
    }

    private static void send(Session session, String queue, Message message) throws JMSException {
        session.createProducer(session.createQueue(queue)).send(message);
    }

    /** The messages of a queue that are due. */
    public List<Message> messages(String queue) throws JMSException {
        try (Connection connection = connection();
                Session session = connection.createSession()) {
            List<Message> due = new ArrayList<>();
            Enumeration<?> browsed =
                    session.createBrowser(session.createQueue(queue)).getEnumeration();
            while (browsed.hasMoreElements()) {
                due.add((Message) browsed.nextElement());
            }
            return List.copyOf(due);
        }
    }

    private Connection connection() throws JMSException {
        Connection connection = new JmsConnectionFactory(url()).createConnection();
        connection.start();
        return connection;
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
    public void close() {
        kill();
    }
}
