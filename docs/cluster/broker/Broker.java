import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * Apache Artemis for AMQP 1.0 on 127.0.0.1, with what a cluster of Shuttle wants of it: {@code java -cp 'target/broker/*'
 * docs/cluster/broker/Broker.java FOLDER PORT}. The user is shuttle, the password is read from FOLDER/password; each second
 * FOLDER/messages says how many messages were taken in and acknowledged since the start.
 */
public final class Broker {
    private static final String DEAD = "DLQ";

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser("shuttle", Files.readString(folder.resolve("password")).strip());
        users.addRole("shuttle", "shuttle");
        ActiveMQServer server = ActiveMQServers.newActiveMQServer(
                configuration(folder.resolve("data"), arguments[1]),
                null,
                new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        while (server.isStarted()) {
            TimeUnit.SECONDS.sleep(1);
            var counts = server.getActiveMQServerControl();
            Files.writeString(
                    folder.resolve("messages"),
                    counts.getTotalMessagesAdded() + " " + counts.getTotalMessagesAcknowledged() + "\n");
        }
    }

    private static void stop(ActiveMQServer server) {
        try {
            server.stop();
        } catch (Exception e) {
            System.err.println("the broker did not stop well: " + e.getMessage());
        }
    }

    private static Configuration configuration(Path data, String port) throws Exception {
        AddressSettings settings = new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(DEAD))
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST);
        Role all = new Role("shuttle", true, true, true, true, true, true, true, true, true, true, true, true);
        return new ConfigurationImpl()
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(data + "/journal")
                .setBindingsDirectory(data + "/bindings")
                .setPagingDirectory(data + "/paging")
                .setLargeMessagesDirectory(data + "/large")
                .setMaxDiskUsage(-1)
                .putSecurityRoles("#", Set.of(all))
                .addAddressSetting("#", settings)
                .addQueueConfiguration(QueueConfiguration.of(DEAD).setRoutingType(RoutingType.ANYCAST))
                .addAcceptorConfiguration("amqp", "tcp://127.0.0.1:" + port + "?protocols=AMQP");
    }
}
