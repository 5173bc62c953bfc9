package dev.shuttle.ops;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.file.GenericFileConsumer;

/**
 * The ways in under JMX: every route that fetches files, from a folder or a server, whoever wrote it, without those that are
 * off by the settings.
 */
final class IntakeControl implements Managed.Intake {
    private final CamelContext context;
    private final Consumer<Boolean> pause;

    /**
     * Stops and starts routes of this context.
     *
     * @param pause whether uploads and jobs of other nodes are left alone
     */
    IntakeControl(CamelContext context, Consumer<Boolean> pause) {
        this.context = context;
        this.pause = pause;
    }

    @Override
    public List<String> getWays() {
        return routes().stream()
                .map(route -> route.getId() + " " + status(route) + " " + route.getEndpoint())
                .toList();
    }

    @Override
    public boolean isPaused() {
        return routes().stream().noneMatch(route -> status(route).isStarted());
    }

    @Override
    public void pause() {
        pause.accept(true);
        each(route -> context.getRouteController().stopRoute(route.getId()));
    }

    @Override
    public void resume() {
        pause.accept(false);
        each(route -> context.getRouteController().startRoute(route.getId()));
    }

    private interface Step {
        void take(Route route) throws Exception;
    }

    private void each(Step step) {
        for (Route route : routes()) {
            try {
                step.take(route);
            } catch (Exception e) {
                throw new IllegalStateException("route " + route.getId() + ": " + e.getMessage(), e);
            }
        }
    }

    private List<Route> routes() {
        return context.getRoutes().stream()
                .filter(route -> route.isAutoStartup() && isWay(route))
                .toList();
    }

    /** The route of the inbox has a scheduler, not a file consumer. */
    private static boolean isWay(Route route) {
        return route.getConsumer() instanceof GenericFileConsumer
                || route.getId().equals("inbox");
    }

    private ServiceStatus status(Route route) {
        return Objects.requireNonNull(context.getRouteController().getRouteStatus(route.getId()));
    }
}
