package dev.shuttle.ops;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our own MBeans, in the domain {@code shuttle}, as long as the program runs. */
final class Beans implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Beans.class);

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final List<ObjectName> names = new ArrayList<>();

    /** Shows a bean as {@code shuttle:type=…}. Where there is one already, of another program in this JVM, that one stays. */
    void show(String type, Object bean) {
        try {
            ObjectName name = new ObjectName("shuttle", "type", type);
            if (!server.isRegistered(name)) {
                server.registerMBean(bean, name);
                names.add(name);
            }
        } catch (JMException e) {
            LOG.warn("{} is not to be seen in JMX: {}", type, e.toString());
        }
    }

    @Override
    public void close() {
        for (ObjectName name : names) {
            try {
                server.unregisterMBean(name);
            } catch (InstanceNotFoundException gone) {
                LOG.debug("{} was taken away by somebody else", name);
            } catch (JMException e) {
                LOG.warn("{} cannot be taken out of JMX: {}", name, e.toString());
            }
        }
        names.clear();
    }
}
