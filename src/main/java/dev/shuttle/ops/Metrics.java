package dev.shuttle.ops;

import dev.shuttle.ops.alert.Alert;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Done;
import dev.shuttle.pipeline.job.JobState.Failed;
import dev.shuttle.pipeline.job.KnownNode;
import dev.shuttle.pipeline.job.Taken;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.report.outcome.Timings;
import dev.shuttle.web.server.Answer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Figures for Prometheus. What a job shows is counted as the journal commits it, so nothing is counted that is not safe. */
public final class Metrics {
    /** Prometheus's text format. */
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] STEPS = {
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private final MultiGauge open = MultiGauge.builder("shuttle.jobs.open").register(registry);
    private final MultiGauge ended = MultiGauge.builder("shuttle.jobs.ended").register(registry);
    private final MultiGauge held = MultiGauge.builder("shuttle.node.jobs").register(registry);
    private final MultiGauge ahead =
            MultiGauge.builder("shuttle.node.clock.ahead.seconds").register(registry);
    private final MultiGauge standing =
            MultiGauge.builder("shuttle.node.standing").register(registry);

    /** There at zero from the start on, so that the first one is an increase. */
    private final Counter deadLetters = Counter.builder("shuttle.dead.letters").register(registry);

    /** Begins to count, the JVM's figures among the rest. */
    public Metrics() {
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
    }

    /** Where others count. */
    public MeterRegistry registry() {
        return registry;
    }

    /**
     * All figures, as they are now.
     *
     * @param open how many jobs are in each state that is not final, of all nodes
     * @param ended how many in each that is
     * @param nodes that share the journal
     */
    Answer scrape(Map<String, Long> open, Map<String, Long> ended, List<KnownNode> nodes) {
        this.open.register(byState(open), true);
        this.ended.register(byState(ended), true);
        held.register(rows(nodes, KnownNode::jobs), true);
        ahead.register(rows(nodes, node -> node.ahead().toMillis() / 1000.0), true);
        List<MultiGauge.Row<?>> stands = new ArrayList<>();
        nodes.forEach(node -> stands.add(MultiGauge.Row.of(
                Tags.of("node", node.name(), "standing", node.standing().word()), 1)));
        standing.register(stands, true);
        return new Answer.Bytes(200, TYPE, registry.scrape().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static List<MultiGauge.Row<?>> byState(Map<String, Long> counts) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        counts.forEach((state, jobs) -> rows.add(MultiGauge.Row.of(Tags.of("state", state), jobs)));
        return rows;
    }

    private static List<MultiGauge.Row<?>> rows(List<KnownNode> nodes, Function<KnownNode, Number> figure) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        nodes.forEach(node -> rows.add(MultiGauge.Row.of(Tags.of("node", node.name()), figure.apply(node))));
        return rows;
    }

    /** A job's new state is safe. */
    public void committed(Job job) {
        JobState state = job.state();
        if (state instanceof Admitted && job.version() == 0) {
            registry.counter(
                            "shuttle.pictures.bytes",
                            "from",
                            job.source().from().name().toLowerCase(Locale.ROOT))
                    .increment((double) job.source().bytes());
        } else if (state instanceof Converting converting && converting.road() != Road.LOCAL) {
            registry.counter("shuttle.cloud.images", "model", model(job)).increment();
        } else if (job.isFinal()) {
            ended(job);
        }
    }

    /** Counts an alert. */
    public void sent(Alert alert) {
        String recovered = String.valueOf(alert.recovered());
        registry.counter("shuttle.alerts", "event", alert.event().name(), "recovered", recovered)
                .increment();
    }

    /** Somebody showed a wrong token or password at this door. */
    public void guessed(String door) {
        registry.counter("shuttle.sign.in.refused", "door", door).increment();
    }

    private void ended(Job job) {
        String road = job.state() instanceof Done done ? done.road().name().toLowerCase(Locale.ROOT) : "none";
        registry.counter("shuttle.jobs", "state", job.state().name(), "path", road)
                .increment();
        if (job.state() instanceof Failed failed && failed.problem().code().equals(Taken.KEEPS_FAILING)) {
            deadLetters.increment();
        }
        for (Attempt attempt : job.attempts()) {
            registry.counter("shuttle.cloud.failures", "model", attempt.model(), "code", attempt.code())
                    .increment();
        }
        Timings timings = job.timings();
        stage("admit", timings.admit());
        stage("submit", timings.submit());
        stage("poll", timings.poll());
        stage("download", timings.download());
        stage("decode", timings.decode());
        stage("convert", timings.convert());
        stage("write", timings.write());
        stage("publish", timings.publish());
        stage("total", timings.total());
    }

    private void stage(String name, @Nullable Long millis) {
        if (millis != null) {
            Timer.builder("shuttle.stage")
                    .tag("stage", name)
                    .serviceLevelObjectives(STEPS)
                    .register(registry)
                    .record(Duration.ofMillis(millis));
        }
    }

    private static String model(Job job) {
        return job.cloud() == null ? "unknown" : job.cloud().model();
    }
}
