package dev.shuttle.camel;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.qpid.jms.JmsConnection;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.JmsConnectionListener;
import org.apache.qpid.jms.message.JmsInboundMessageDispatch;

/** Connections to a broker, and the moment in which one can be had again after one was lost. */
final class WatchedConnections implements ConnectionFactory {
    private final JmsConnectionFactory connections;
    private final AtomicBoolean isLost = new AtomicBoolean();
    private volatile Runnable whenBack = () -> {};

    WatchedConnections(JmsConnectionFactory connections) {
        this.connections = connections;
    }

    void whenBack(Runnable call) {
        whenBack = call;
    }

    @Override
    public Connection createConnection() throws JMSException {
        return watched(connections.createConnection());
    }

    @Override
    public Connection createConnection(String user, String password) throws JMSException {
        return watched(connections.createConnection(user, password));
    }

    private Connection watched(Connection connection) {
        if (connection instanceof JmsConnection own) {
            own.addConnectionListener(new Watch());
        }
        return connection;
    }

    private void there() {
        if (isLost.getAndSet(false)) {
            whenBack.run();
        }
    }

    /** One by {@code failover:} is interrupted and restored; any other fails, and the next one is established. */
    private final class Watch implements JmsConnectionListener {
        @Override
        public void onConnectionEstablished(URI remote) {
            there();
        }

        @Override
        public void onConnectionFailure(Throwable error) {
            isLost.set(true);
        }

        @Override
        public void onConnectionInterrupted(URI remote) {
            isLost.set(true);
        }

        @Override
        public void onConnectionRestored(URI remote) {
            there();
        }

        @Override
        public void onInboundMessage(JmsInboundMessageDispatch message) {}

        @Override
        public void onSessionClosed(Session session, Throwable error) {}

        @Override
        public void onConsumerClosed(MessageConsumer consumer, Throwable error) {}

        @Override
        public void onProducerClosed(MessageProducer producer, Throwable error) {}
    }

    @Override
    public JMSContext createContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public JMSContext createContext(String user, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JMSContext createContext(String user, String password, int mode) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JMSContext createContext(int mode) {
        throw new UnsupportedOperationException();
    }
}
