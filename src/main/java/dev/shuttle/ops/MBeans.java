package dev.shuttle.ops;

import dev.shuttle.ops.Managed.Description;
import dev.shuttle.settings.FileErrors;
import java.lang.management.ManagementFactory;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our own MBeans, in the domain {@code shuttle}, as long as the program runs. */
final class MBeans implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MBeans.class);

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final List<ObjectName> names = new ArrayList<>();

    /**
     * Registers a bean as {@code shuttle:type=…}. Where there is one already, of another program in this JVM, that one stays.
     *
     * @param managed what of it is managed
     */
    <T> void register(String type, Class<T> managed, T bean) {
        try {
            ObjectName name = new ObjectName("shuttle", "type", type);
            if (!server.isRegistered(name)) {
                server.registerMBean(new Described(managed, bean), name);
                names.add(name);
            }
        } catch (JMException e) {
            LOG.warn("{} is not to be seen in JMX: {}", type, FileErrors.of(e));
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
                LOG.warn("{} cannot be taken out of JMX: {}", name, FileErrors.of(e));
            }
        }
        names.clear();
    }

    /** An MXBean with the descriptions of its interface. */
    private static final class Described extends StandardMBean {
        <T> Described(Class<T> managed, T bean) {
            super(bean, managed, true);
        }

        @Override
        protected String getDescription(MBeanInfo info) {
            return description(getMBeanInterface());
        }

        @Override
        protected String getDescription(MBeanAttributeInfo info) {
            Set<String> getters = Set.of("get" + info.getName(), "is" + info.getName());
            return description(Arrays.stream(getMBeanInterface().getMethods())
                    .filter(method -> getters.contains(method.getName()))
                    .findFirst()
                    .orElseThrow());
        }

        @Override
        protected String getDescription(MBeanOperationInfo info) {
            return description(method(info));
        }

        @Override
        protected String getDescription(MBeanOperationInfo info, MBeanParameterInfo parameter, int sequence) {
            return description(method(info).getParameters()[sequence]);
        }

        @Override
        protected String getParameterName(MBeanOperationInfo info, MBeanParameterInfo parameter, int sequence) {
            return method(info).getParameters()[sequence].getName();
        }

        /** No operation is overloaded. */
        private Method method(MBeanOperationInfo info) {
            return Arrays.stream(getMBeanInterface().getMethods())
                    .filter(method -> method.getName().equals(info.getName()))
                    .findFirst()
                    .orElseThrow();
        }

        private static String description(AnnotatedElement element) {
            Description description = element.getAnnotation(Description.class);
            return description == null ? "" : description.value();
        }
    }
}
