package dev.shuttle;

import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/** Keeps the ways in shut where a command brings its own pictures. */
final class ClosedInbox implements RoutePolicyFactory {
    private static final Set<String> WAYS_IN = Set.of("inbox");

    @Override
    public @Nullable RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        return WAYS_IN.contains(routeId) ? new Shut() : null;
    }

    private static final class Shut extends RoutePolicySupport {
        @Override
        public void onInit(Route route) {
            route.setAutoStartup(false);
        }
    }
}
