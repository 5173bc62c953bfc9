package dev.shuttle.camel;

import dev.shuttle.settings.Broker;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.component.amqp.AMQPComponent;
import org.apache.camel.component.jms.JmsMessageType;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.policy.JmsDefaultDeserializationPolicy;
import org.apache.qpid.jms.policy.JmsDefaultPrefetchPolicy;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.support.converter.MessageConverter;

/**
 * The endpoints {@code amqp:} of the routes. A message is a text and stays with the broker until the route is through; an object is
 * never read.
 */
public final class BrokerLink {
    private static final int SESSIONS = 16;
    private static final long AGAIN_MS = 3_000;
    /** A broker that does not answer for so long is away. */
    private static final int ANSWERS_MS = 60_000;

    private final WatchedConnections connections;

    private BrokerLink(WatchedConnections connections) {
        this.connections = connections;
    }

    /** Makes them known to the routes. */
    public static BrokerLink bindTo(CamelContext context, Broker broker) {
        WatchedConnections connections = new WatchedConnections(connections(broker));
        AMQPComponent component = new AMQPComponent();
        component.setConnectionFactory(connections);
        component.getConfiguration().setListenerConnectionFactory(connections);
        component.getConfiguration().setTemplateConnectionFactory(cached(connections));
        component.setAcknowledgementModeName("CLIENT_ACKNOWLEDGE");
        component.setCacheLevelName("CACHE_CONSUMER");
        component.setJmsMessageType(JmsMessageType.Text);
        component.setMessageConverter(new Texts());
        component.setDisableReplyTo(true);
        component.setRecoveryInterval(AGAIN_MS);
        context.addComponent("amqp", component);
        return new BrokerLink(connections);
    }

    /** Calls this each time that the broker is there again after it was away; not before the routes run. */
    public void whenBack(Runnable call) {
        connections.whenBack(call);
    }

    private static JmsConnectionFactory connections(Broker broker) {
        JmsConnectionFactory connections = new JmsConnectionFactory(broker.url());
        connections.setUsername(broker.user());
        connections.setPassword(
                broker.password() == null ? null : broker.password().get());
        JmsDefaultDeserializationPolicy nothing = new JmsDefaultDeserializationPolicy();
        nothing.setDenyList(JmsDefaultDeserializationPolicy.CATCH_ALL_WILDCARD);
        connections.setDeserializationPolicy(nothing);
        JmsDefaultPrefetchPolicy none = new JmsDefaultPrefetchPolicy();
        // What waits here, no other node could take.
        none.setAll(0);
        connections.setPrefetchPolicy(none);
        // A send that returned is with the broker.
        connections.setForceSyncSend(true);
        connections.setConnectTimeout(ANSWERS_MS);
        connections.setRequestTimeout(ANSWERS_MS);
        connections.setSendTimeout(ANSWERS_MS);
        return connections;
    }

    private static CachingConnectionFactory cached(ConnectionFactory connections) {
        CachingConnectionFactory cached = new CachingConnectionFactory(connections);
        cached.setReconnectOnException(true);
        cached.setSessionCacheSize(SESSIONS);
        return cached;
    }

    /**
     * Asks a broker whether it keeps a message until it is due.
     *
     * @throws BrokerException where it cannot be reached in that time; one behind {@code failover:} is tried until then
     */
    public static boolean delays(Broker broker, Duration patience) {
        // Not in the common pool: failover: holds its thread for as long as nobody is there.
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> ask(broker, answer), "broker-asked");
        asking.setDaemon(true);
        asking.start();
        try {
            return answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            asking.interrupt();
            throw e.getCause() instanceof BrokerException away
                    ? away
                    : new BrokerException(
                            "shuttle.broker.url=" + broker.shown() + " does not answer within " + patience.toSeconds()
                                    + " s",
                            e);
        }
    }

    private static void ask(Broker broker, CompletableFuture<Boolean> answer) {
        try {
            answer.complete(delays(broker));
        } catch (RuntimeException failure) {
            answer.completeExceptionally(failure);
        }
    }

    private static boolean delays(Broker broker) {
        try (Connection connection = connections(broker).createConnection();
                Session session = connection.createSession();
                MessageProducer producer = session.createProducer(session.createTemporaryQueue())) {
            producer.setDeliveryDelay(1);
            return isSent(session, producer);
        } catch (JMSException away) {
            throw new BrokerException(
                    "shuttle.broker.url=" + broker.shown() + " cannot be reached: " + Broker.masked(away.getMessage()),
                    away);
        }
    }

    private static boolean isSent(Session session, MessageProducer producer) throws JMSException {
        try {
            producer.send(session.createTextMessage(""));
            return true;
        } catch (JMSException refused) {
            if (String.valueOf(refused.getMessage()).contains("delayed")) {
                return false;
            }
            throw refused;
        }
    }

    /** Whatever else a message is, it is not opened. */
    private static final class Texts implements MessageConverter {
        @Override
        public Object fromMessage(Message message) throws JMSException {
            return message instanceof TextMessage text ? String.valueOf(text.getText()) : "";
        }

        @Override
        public Message toMessage(Object body, Session session) throws JMSException {
            return session.createTextMessage((String) body);
        }
    }
}
