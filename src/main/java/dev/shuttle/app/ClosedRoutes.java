package dev.shuttle.app;

import dev.shuttle.settings.Remotes;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/**
 * Routes that do not start: the inbox, where a command brings its own pictures, and those to servers that are not set. (A
 * route could say so itself by {@code autoStartup}, which Camel's schema wants to be true or false, no setting.)
 */
record ClosedRoutes(Set<String> ids) implements RoutePolicyFactory {
    static ClosedRoutes of(boolean watching, Remotes remotes) {
        Set<String> ids = new HashSet<>();
        close(ids, "inbox", watching);
        close(ids, "retention", watching);
        close(ids, "ftp", remotes.ftp().isOn());
        close(ids, "sftp", remotes.sftp().isOn());
        close(ids, "deliver", remotes.out().isOn());
        return new ClosedRoutes(ids);
    }

    private static void close(Set<String> ids, String id, boolean open) {
        if (!open) {
            ids.add(id);
        }
    }

    @Override
    public @Nullable RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        return ids.contains(routeId) ? new Shut() : null;
    }

    private static final class Shut extends RoutePolicySupport {
        @Override
        public void onInit(Route route) {
            route.setAutoStartup(false);
        }
    }
}
