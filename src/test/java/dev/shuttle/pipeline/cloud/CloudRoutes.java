package dev.shuttle.pipeline.cloud;

import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.dispatch.InHand;
import dev.shuttle.pipeline.dispatch.Reach;
import dev.shuttle.pipeline.dispatch.Stages;
import dev.shuttle.pipeline.dispatch.Transport;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.SubmitAnswer;
import dev.shuttle.provider.Wire;
import dev.shuttle.provider.WireRequest;
import dev.shuttle.provider.dashscope.DashScope;
import dev.shuttle.provider.dashscope.DashScopeJson;
import dev.shuttle.rig.RouteRig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.camel.impl.DefaultCamelContext;

/** The cloud's routes as they are shipped, round a stage and a wire of a test's own; waits move a clock. */
final class CloudRoutes implements AutoCloseable {
    private static final List<String> FILES =
            List.of("30-cloud", "31-dashscope", "31-submit", "32-poll", "33-download");

    private final CurrentStage stage;
    private final AtomicReference<CircuitBreaker> breaker;
    private final RouteRig rig;

    CloudRoutes(CloudStage first, DashScope dashScope, Wire wire, CircuitBreaker usual, Consumer<Duration> waits) {
        this(new DefaultCamelContext(), first, dashScope, wire, usual, waits);
    }

    /** In a context that the test has prepared. */
    CloudRoutes(
            DefaultCamelContext context,
            CloudStage first,
            DashScope dashScope,
            Wire wire,
            CircuitBreaker usual,
            Consumer<Duration> waits) {
        stage = new CurrentStage(first);
        breaker = new AtomicReference<>(usual);
        try {
            rig = new RouteRig(
                    context,
                    Map.of(
                            "cloud",
                            stage,
                            "dashscope",
                            dashScope,
                            "dashscopeJson",
                            DashScopeJson.mapper(),
                            "dashscopeBreaker",
                            current(breaker),
                            "stages",
                            new Stages(
                                    new MemoryJournal(),
                                    Transport.IN_PROCESS,
                                    job -> Reach.HERE,
                                    job -> Duration.ZERO,
                                    new InHand(),
                                    () -> true,
                                    InstantSource.system(),
                                    new Shutdown())),
                    FILES,
                    Map.of(
                            "http",
                            exchange -> exchange.getMessage()
                                    .setBody(wire.exchange(exchange.getMessage().getMandatoryBody(WireRequest.class))),
                            "take",
                            exchange -> {},
                            "dispatch",
                            exchange -> {},
                            "job-failed",
                            exchange -> {}));
            rig.replace(
                    "poll",
                    "until-due",
                    exchange -> waits.accept(
                            stage.get().nextPoll(exchange.getMessage().getMandatoryBody(Job.class))));
            rig.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static CircuitBreaker current(AtomicReference<CircuitBreaker> breaker) {
        return (CircuitBreaker) Proxy.newProxyInstance(
                CircuitBreaker.class.getClassLoader(), new Class<?>[] {CircuitBreaker.class}, (proxy, method, args) -> {
                    try {
                        return method.invoke(breaker.get(), args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The program starts anew. */
    void restart(CloudStage next, CircuitBreaker fresh) {
        breaker.set(fresh);
        stage.set(next);
    }

    /** Past the journal, through DashScope's own route. */
    SubmitAnswer post(Submission submission) throws Exception {
        return rig.send("dashscope-submit", submission, SubmitAnswer.class);
    }

    Job submit(Job job) throws Exception {
        return rig.send("submit", job, Job.class);
    }

    /** Until the task ends. */
    Job poll(Job job) throws Exception {
        return rig.send("poll", job, Job.class);
    }

    Job pollOnce(Job job) throws Exception {
        return rig.send("poll-task", job, Job.class);
    }

    Job download(Job job) throws Exception {
        return rig.send("download", job, Job.class);
    }

    /** Until the job wants nothing more of the cloud. */
    Job ask(Job job) throws Exception {
        return rig.send("ask-cloud", job, Job.class);
    }

    @Override
    public void close() {
        rig.close();
    }
}
