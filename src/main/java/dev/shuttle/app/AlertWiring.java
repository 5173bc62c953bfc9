package dev.shuttle.app;

import dev.shuttle.camel.Webhook;
import dev.shuttle.ops.Metrics;
import dev.shuttle.ops.Operations;
import dev.shuttle.ops.alert.Alert;
import dev.shuttle.ops.alert.Alerting;
import dev.shuttle.ops.alert.Alerts;
import dev.shuttle.ops.alert.Body;
import dev.shuttle.pipeline.cloud.Refusals;
import dev.shuttle.settings.AlertSettings;
import dev.shuttle.settings.Settings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;

/** The part of {@link Wiring} that joins alerts and those who receive them. */
final class AlertWiring implements AutoCloseable {
    private final Settings settings;
    private final Alerting alerting;
    private final Webhook webhook;

    /** @throws dev.shuttle.settings.SettingsException where the template cannot be used */
    AlertWiring(Settings settings, CircuitBreaker breaker, @Nullable Metrics metrics, InstantSource clock) {
        this.settings = settings;
        AlertSettings set = settings.alerts();
        Path outbox = settings.folders().outbox();
        Consumer<Alert> counted = metrics == null ? alert -> {} : metrics::sent;
        this.alerting = new Alerting(
                List.of(outbox, settings.folders().work()),
                set.roomLow(),
                set.webhook() != null,
                clock,
                counted,
                news -> new Alerts(
                        settings.locale(),
                        Alerts.Place.of(settings.folders().work()),
                        outbox.resolve("failed").toString(),
                        set.gather(),
                        set.repeat(),
                        clock,
                        news));
        this.webhook = new Webhook(set.webhook(), new Body(set, settings.locale()), clock);
        breaker.getEventPublisher()
                .onStateTransition(event -> moved(event.getStateTransition().getToState()));
    }

    private void moved(CircuitBreaker.State to) {
        switch (to) {
            case OPEN, FORCED_OPEN -> alerts().breakerOpened();
            case CLOSED, DISABLED, METRICS_ONLY -> alerts().breakerClosed();
            case HALF_OPEN -> {
                // Not known yet.
            }
        }
    }

    Alerts alerts() {
        return alerting.alerts();
    }

    Refusals refusals() {
        return (job, error) -> alerts().refused(job, error.code(), error.message(), error.hint(settings.locale()));
    }

    /** Hands the parts to the routes {@code alert} and {@code webhook}, and shows them to operators. */
    void bindTo(Registry registry, @Nullable Operations operations) {
        registry.bind("alerts", alerting);
        registry.bind("webhook", webhook);
        if (operations != null) {
            operations.show(alerting);
        }
    }

    /** What waits is posted; what takes longer than a stop may is left. */
    void stop() {
        if (!alerting.finish()) {
            webhook.cutOff();
        }
    }

    @Override
    public void close() {
        webhook.close();
    }
}
