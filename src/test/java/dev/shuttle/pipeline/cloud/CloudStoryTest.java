package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Road;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A job's way through the cloud's routes as they are shipped: which steps it passes, by their ids, and what becomes of it. */
final class CloudStoryTest extends CamelTestSupport {
    private static final String WANX = CloudTest.WANX;
    private static final String WAN25 = CloudTest.WAN25;
    private static final String[] POSTED = {"encode", "request", "intent", "post", "as-json", "http-post"};

    @TempDir
    private Path folder = Path.of("");

    private final VisitedSteps visited = new VisitedSteps();

    @SuppressWarnings("NullAway.Init")
    private Mill mill;

    /** The mill starts the context: no step is woven anew after that. */
    @Override
    protected CamelContext createCamelContext() throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getCamelContextExtension().addInterceptStrategy(visited);
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveResource(context, "file:routes/40-convert.camel.yaml"));
        for (String[] engine : new String[][] {{"local", "style-and-convert"}, {"convert", "convert-cloud-picture"}}) {
            AdviceWith.adviceWith(
                    context,
                    engine[0],
                    route -> route.weaveById(engine[1])
                            .replace()
                            .to("mock:" + engine[1])
                            .id(engine[1]));
        }
        AdviceWith.adviceWith(
                context,
                "convert",
                route -> route.weaveById("converted-to-publish").remove());
        mill = new Mill(folder, context);
        context.getRouteController().startRoute("convert");
        return context;
    }

    @AfterEach
    void stop() {
        mill.close();
    }

    /** Through the route {@code ask-cloud}, which ends where {@code dispatch} would take the job. */
    private Job led() throws Exception {
        Job admitted = mill.admitted();
        Exchange led = template.send(
                "direct:ask-cloud", exchange -> exchange.getMessage().setBody(admitted));
        if (led.getException() != null) {
            throw led.getException();
        }
        return led.getMessage().getMandatoryBody(Job.class);
    }

    private void fails(Call call, Fault fault) {
        mill.emulator.faults().add(When.every(call), fault);
    }

    private void allGoesLocal(Job job, String reason) throws Exception {
        assertThat(job.state()).isInstanceOfSatisfying(Converting.class, state -> {
            assertThat(state.road()).isEqualTo(Road.LOCAL);
            assertThat(state.reason()).startsWith(reason);
        });
        assertThat(mill.known(job).state()).isEqualTo(job.state());
        MockEndpoint local = getMockEndpoint("mock:style-and-convert");
        local.expectedBodiesReceived(job);
        template.sendBody("direct:stage-convert", job);
        local.assertIsSatisfied();
    }

    private int posts() {
        return mill.emulator.ledger().requests("POST", "image-synthesis").size();
    }

    @Test
    void aPictureIsEncodedAskedForPolledAndFetched() throws Exception {
        Job job = led();

        assertThat(visited.ids())
                .containsSubsequence(POSTED)
                .containsSubsequence("from-json", "task-made", "answer", "accepted", "journal-task")
                .containsSubsequence("journal-task", "until-due", "ask-task", "task-pending", "not-yet")
                .containsSubsequence("until-due", "ask-task", "task-succeeded", "succeeded", "journal-result", "fetch")
                .containsOnlyOnce("encode", "intent", "post", "journal-result", "fetch", "lane-free", "place-free")
                .doesNotContain("internal-error", "refused", "lost", "open-or-failed", "no-answer");
        assertThat(job.state()).isEqualTo(new Converting(mill.clock.instant(), Road.EMULATED, null));
        assertThat(mill.folder(job).cloudPicture()).exists();
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void theCloudsPictureIsConvertedAsItIs() throws Exception {
        Job job = led();
        MockEndpoint engine = getMockEndpoint("mock:convert-cloud-picture");
        engine.expectedBodiesReceived(job);

        template.sendBody("direct:stage-convert", job);

        engine.assertIsSatisfied();
        assertThat(visited.ids()).contains("with-the-clouds").doesNotContain("style-and-convert");
    }

    @Test
    void anInternalErrorOfTheSubmitLeadsToTheNextModelAndThenToTheLocalConversion() throws Exception {
        fails(Call.SUBMIT, Fault.Refuse.with("InternalError"));

        Job job = led();

        assertThat(job.attempts()).extracting(Attempt::model).containsExactly(WANX, WANX, WAN25, WAN25);
        allGoesLocal(job, "InternalError");
        assertThat(visited.ids())
                .containsSubsequence(POSTED)
                .containsSubsequence("error-said", "answer", "intent", "post", "error-said", "answer", "internal-error")
                .containsSubsequence("internal-error", "next-model-or-local", "fall-back", "lane-free", "encode")
                .endsWith("whose-picture", "after-internal-error", "internal-error-to-local", "style-and-convert")
                .doesNotContain("accepted", "refused", "lost", "ask-task", "fetch");
        assertThat(visited.ids()).filteredOn("internal-error"::equals).hasSize(2);
        assertThat(visited.ids()).filteredOn("encode"::equals).hasSize(2);
        assertThat(mill.emulator.ledger().accepted()).isZero();
    }

    @Test
    void anInternalErrorOfTheTaskLeadsToTheLocalConversionToo() throws Exception {
        fails(Call.SUBMIT, new Fault.FailTask("InternalError", null));

        Job job = led();

        allGoesLocal(job, "InternalError");
        assertThat(visited.ids())
                .containsSubsequence("accepted", "ask-task", "task-failed", "task-internal-error", "again-or-local")
                .endsWith("whose-picture", "after-internal-error", "internal-error-to-local", "style-and-convert")
                .doesNotContain("internal-error", "succeeded", "fetch");
        assertThat(visited.ids())
                .filteredOn("task-internal-error"::equals)
                .hasSize(mill.emulator.ledger().accepted());
    }

    @Test
    void whoAsksForAnAnswerGetsTheJobAsItCameOutOfTheCloud() throws Exception {
        fails(Call.SUBMIT, Fault.Refuse.with("InternalError"));

        Job job = template.requestBody("direct:ask-cloud", mill.admitted(), Job.class);

        allGoesLocal(job, "InternalError");
        assertThat(job.attempts()).extracting(Attempt::model).containsExactly(WANX, WANX, WAN25, WAN25);
        assertThat(posts()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"DataInspectionFailed", "Arrearage"})
    void whatIsRefusedIsNotSentAgain(String code) throws Exception {
        fails(Call.SUBMIT, Fault.Refuse.with(code));

        Job job = led();

        allGoesLocal(job, code);
        assertThat(visited.ids())
                .containsSubsequence(POSTED)
                .containsSubsequence("error-said", "answer", "refused", "other-way", "lane-free")
                .endsWith("whose-picture", "without-the-cloud", "to-local", "style-and-convert")
                .containsOnlyOnce("encode", "post", "refused")
                .doesNotContain("accepted", "internal-error", "lost", "ask-task", "fetch");
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aLostAnswerIsLookedUpAndNeverPostedAgain() throws Exception {
        mill.emulator.faults().loseAnswer(1);

        Job job = led();

        assertThat(visited.ids())
                .containsSubsequence(POSTED)
                .containsSubsequence("no-answer", "sent-or-not", "answer", "lost", "look-up", "ask-task", "fetch")
                .containsOnlyOnce("encode", "intent", "post", "lost")
                .doesNotContain("accepted", "internal-error", "refused");
        assertThat(job.state()).isEqualTo(new Converting(mill.clock.instant(), Road.EMULATED, null));
        assertThat(posts()).isEqualTo(1);
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void whileTheBreakerIsOpenNothingIsEncodedAndNothingPosted() throws Exception {
        mill.breaker.transitionToOpenState();

        Job job = led();

        allGoesLocal(job, "BREAKER_OPEN");
        assertThat(visited.ids())
                .containsSubsequence("lane", "open-or-failed", "fall-back", "lane-free", "place-free", "to-local")
                .doesNotContain("settle-open-intents", "encode", "intent", "post", "http-post", "ask-task", "fetch");
        assertThat(mill.emulator.ledger().requests()).isEmpty();
        assertThat(mill.folder(job).root().resolve("intent.json")).doesNotExist();
    }

    @Test
    void aTaskThatDoesNotEndIsGivenUpAtItsDeadline() throws Exception {
        fails(Call.SUBMIT, new Fault.NeverFinish());

        Job job = led();

        allGoesLocal(job, "DEADLINE");
        assertThat(visited.ids())
                .containsSubsequence("accepted", "until-due", "ask-task", "not-yet", "again-or-too-late")
                .containsSubsequence("again-or-too-late", "place-free", "back-to-dispatch", "to-local")
                .containsOnlyOnce("encode", "post", "journal-task")
                .doesNotContain("succeeded", "task-internal-error", "failed-or-canceled", "fetch");
        assertThat(visited.ids()).filteredOn("ask-task"::equals).hasSizeGreaterThan(5);
        assertThat(posts()).isEqualTo(1);
    }
}
