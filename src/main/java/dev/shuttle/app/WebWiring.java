package dev.shuttle.app;

import dev.shuttle.camel.HttpEngine;
import dev.shuttle.ops.console.Account;
import dev.shuttle.ops.console.Console;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Claim;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobEvents;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.publish.Outbox;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.settings.Installation;
import dev.shuttle.settings.Roles.Role;
import dev.shuttle.settings.Settings;
import dev.shuttle.web.api.About;
import dev.shuttle.web.api.Api;
import dev.shuttle.web.api.Arrivals;
import dev.shuttle.web.api.CompletionWaiters;
import dev.shuttle.web.api.Events;
import dev.shuttle.web.api.Failures;
import dev.shuttle.web.api.Jobs;
import dev.shuttle.web.server.Answer;
import dev.shuttle.web.server.Guesses;
import dev.shuttle.web.server.HttpServer;
import dev.shuttle.web.server.Mount;
import dev.shuttle.web.server.Router;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;

/** The part of {@link Wiring} that joins the pages, the REST interface and the operators' console. */
final class WebWiring {
    private final Settings settings;
    private final Router router = new Router();
    private final Router operatorsRouter = new Router();
    private final Guesses guesses;
    private final Events events;
    private final CompletionWaiters ends;
    private final Arrivals arrivals;
    private final Api api;
    private final Jobs jobs;
    private final About about;

    /**
     * @param node this program's name among several; null where it has the journal alone
     * @param takesMore whether pictures are taken in
     * @param guessed called for each wrong token or password that was shown
     */
    WebWiring(
            Settings settings,
            Presets presets,
            Journal journal,
            @Nullable String node,
            Claim claim,
            Outbox outbox,
            CircuitBreaker breaker,
            InstantSource clock,
            Shutdown shutdown,
            BooleanSupplier takesMore,
            Consumer<Guesses.Guess> guessed) {
        this.settings = settings;
        this.guesses = new Guesses(clock, guessed);
        this.events = new Events(outbox, Long.toString(clock.millis(), Character.MAX_RADIX), node);
        this.ends = new CompletionWaiters(journal, shutdown);
        this.arrivals =
                new Arrivals(settings.folders().work(), claim, settings.intake().maxFileSize(), presets::knows);
        this.api = new Api(arrivals, journal, outbox, ends, takesMore);
        this.jobs = new Jobs(journal, outbox, events, settings.cluster().roles().has(Role.PAGES));
        Supplier<String> state = () -> breaker.getState().name();
        this.about = new About(settings, presets, journal, state, Installation.version());
    }

    /** Follows jobs for those who wait for one or listen to all. */
    void listen(JobEvents jobEvents) {
        jobEvents.onCommit(events::committed);
        jobEvents.onEndFirst(ends::ended);
    }

    /** Removes uploads that a kill left unfinished. */
    void clear() throws IOException {
        arrivals.clear();
    }

    /** Hands the parts to the routes, by the names they use. */
    void bindTo(CamelContext context) {
        Registry registry = context.getRegistry();
        registry.bind("api", api);
        registry.bind("apiJobs", jobs);
        registry.bind("apiAbout", about);
        new HttpEngine(router, Failures::problem).bindTo(context);
    }

    /** Sends an ended job through again, and gives the id of the new one. */
    String again(Job job, CamelContext context) {
        try (ProducerTemplate routes = context.createProducerTemplate()) {
            JobFolder folder = api.retried(job);
            routes.sendBody("direct:admit-upload", folder);
            return folder.jobId();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where operators' requests are answered. */
    Router operators() {
        return settings.managementIsBesidePages() ? router : operatorsRouter;
    }

    /** Takes the port where pages and programs are served. */
    HttpServer open(Settings.Http http) throws IOException {
        Settings.Management beside = settings.managementIsBesidePages() ? settings.management() : null;
        List<Mount> mounts = beside == null ? List.of() : List.of(console(beside));
        return HttpServer.pages(http, settings.folders().outbox(), router, mounts, access("sessions"));
    }

    /** Takes the port where operators are. */
    HttpServer open(Settings.Management management) throws IOException {
        operatorsRouter.register("/", false, Set.of("GET"), call -> call.answer(Answer.to(Console.PATH + "/")));
        return HttpServer.operators(
                management.at(), operatorsRouter, List.of(console(management)), access("sessions-operators"));
    }

    private HttpServer.Access access(String sessions) {
        return new HttpServer.Access(
                guesses,
                settings.folders().work().resolve(sessions),
                settings.intake().maxFileSize());
    }

    private Mount console(Settings.Management management) throws IOException {
        return Console.mount(Account.of(management, settings.folders().work()));
    }
}
