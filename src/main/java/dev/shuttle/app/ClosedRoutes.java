package dev.shuttle.app;

import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.settings.Remotes;
import dev.shuttle.settings.Roles;
import dev.shuttle.settings.Roles.Role;
import dev.shuttle.settings.Settings;
import java.util.HashSet;
import java.util.List;
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
    static ClosedRoutes of(boolean watching, Settings settings) {
        Remotes remotes = settings.remotes();
        Roles roles = settings.cluster().roles();
        boolean takesIn = roles.has(Role.INTAKE);
        // What comes by message is any node's that listens: who has no key would send pictures of others without one.
        boolean byMessage = settings.broker() != null;
        Set<String> ids = new HashSet<>();
        close(ids, "inbox", watching && takesIn);
        close(ids, "retention", watching && roles.has(Role.PAGES));
        close(ids, "ftp", takesIn && remotes.ftp().isOn());
        close(ids, "sftp", takesIn && remotes.sftp().isOn());
        close(ids, "deliver", roles.has(Role.PAGES) && remotes.out().isOn());
        for (String route : List.of("cloud", "resumed")) {
            close(ids, route, roles.has(Role.CLOUD) && (!byMessage || settings.cloudIsOn()));
        }
        // Where no node has a key, any of them sees that a picture has waited too long.
        close(ids, "leave-cloud-queue", roles.has(Role.CLOUD) || byMessage);
        close(ids, "admitted", takesIn || !byMessage);
        close(ids, "convert", roles.has(Role.CONVERT));
        close(ids, "dead-letters", byMessage);
        close(ids, "unsent", !JdbcJournal.isInAFile(settings.journal().url()));
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
