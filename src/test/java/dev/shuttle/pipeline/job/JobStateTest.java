package dev.shuttle.pipeline.job;

import static dev.shuttle.pipeline.job.Jobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.BeforeTheEngine;
import dev.shuttle.pipeline.job.JobState.Closed;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.pipeline.job.JobState.Done;
import dev.shuttle.pipeline.job.JobState.Failed;
import dev.shuttle.pipeline.job.JobState.Open;
import dev.shuttle.pipeline.job.JobState.Rejected;
import dev.shuttle.pipeline.job.JobState.Running;
import dev.shuttle.pipeline.job.JobState.Submitted;
import dev.shuttle.pipeline.job.JobState.Submitting;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The exits of each state, and where they lead. What is not an exit is not a method. */
final class JobStateTest {
    private static final Instant LATER = NOON.plusSeconds(5);
    private static final String WANX = "wanx2.1-imageedit";
    private static final Problem PROBLEM = new Problem("X", "x", "y");

    static Stream<Open> openStates() {
        return Jobs.inEveryOpenState().stream().map(job -> (Open) job.state());
    }

    static Stream<BeforeTheEngine> statesBeforeTheEngine() {
        return openStates().filter(BeforeTheEngine.class::isInstance).map(BeforeTheEngine.class::cast);
    }

    @Test
    void theIntentNamesItsModel() {
        assertThat(new Admitted(NOON, null).submitting(WANX, LATER)).isEqualTo(new Submitting(LATER, WANX));
    }

    @Test
    void theTasksIdFollowsTheIntent() {
        assertThat(new Submitting(NOON, WANX).submitted("task-1", LATER))
                .isEqualTo(new Submitted(LATER, WANX, "task-1"));
    }

    @Test
    void aModelThatAnswersAtOnceHasAPictureAndNoTask() {
        assertThat(new Submitting(NOON, "qwen-image-edit").answered("https://r/1", LATER))
                .isEqualTo(new Running(LATER, "qwen-image-edit", null, LATER, "https://r/1"));
    }

    @Test
    void theDeadlineCountsFromTheSubmission() {
        Running running = new Submitted(NOON, WANX, "task-1").running(LATER);

        assertThat(running.submittedAt()).isEqualTo(NOON);
        assertThat(running.result()).isNull();
    }

    @Test
    void aTaskThatSucceededKnowsItsPicture() {
        Running running = new Submitted(NOON, WANX, "task-1").running(LATER).succeeded("https://r/1");

        assertThat(running).isEqualTo(new Running(LATER, WANX, "task-1", NOON, "https://r/1"));
    }

    @Test
    void theCloudsRoadHasNoReason() {
        Converting converting = new Running(NOON, WANX, "task-1", NOON, "https://r/1").converting(Road.CLOUD, LATER);

        assertThat(converting.done(LATER)).isEqualTo(new Done(LATER, Road.CLOUD, null));
    }

    @ParameterizedTest
    @MethodSource("statesBeforeTheEngine")
    void theLocalRoadIsOpenFromEveryStateBeforeTheEngineAndKeepsItsReason(BeforeTheEngine state) {
        assertThat(state.locally("DEADLINE", LATER).done(LATER)).isEqualTo(new Done(LATER, Road.LOCAL, "DEADLINE"));
    }

    @ParameterizedTest
    @MethodSource("statesBeforeTheEngine")
    void aTryThatWasNotTakenLeavesTheJobAsAdmitted(BeforeTheEngine state) {
        assertThat(state.notTaken(LATER)).isEqualTo(new Admitted(LATER, null));
        assertThat(state.held("BREAKER_OPEN", LATER)).isEqualTo(new Admitted(LATER, "BREAKER_OPEN"));
    }

    @ParameterizedTest
    @MethodSource("openStates")
    void everyOpenStateCanEndInRejectionOrFailure(Open state) {
        assertThat(state.rejected(PROBLEM, LATER)).isEqualTo(new Rejected(LATER, PROBLEM));
        assertThat(state.failed(PROBLEM, LATER)).isEqualTo(new Failed(LATER, PROBLEM));
    }

    @Test
    void aFinalStateHasNoExit() {
        assertThat(exits(Done.class)).isEmpty();
        assertThat(exits(Rejected.class)).isEmpty();
        assertThat(exits(Failed.class)).isEmpty();
    }

    @Test
    void eachOpenStateHasItsExitsAndNoOthers() {
        Set<String> fromAll = Set.of("failed", "rejected");
        Set<String> beforeTheEngine = Set.of("failed", "rejected", "notTaken", "locally", "held");

        // where the cloud's picture cannot be converted, the source is
        assertThat(exits(Converting.class)).containsExactlyInAnyOrderElementsOf(and(fromAll, "done", "locally"));
        assertThat(exits(Admitted.class)).containsExactlyInAnyOrderElementsOf(and(beforeTheEngine, "submitting"));
        assertThat(exits(Submitting.class))
                .containsExactlyInAnyOrderElementsOf(and(beforeTheEngine, "submitted", "answered"));
        assertThat(exits(Submitted.class)).containsExactlyInAnyOrderElementsOf(and(beforeTheEngine, "running"));
        assertThat(exits(Running.class))
                .containsExactlyInAnyOrderElementsOf(and(beforeTheEngine, "succeeded", "converting"));
    }

    @Test
    void theNamesAreThoseOfTheReports() {
        assertThat(Stream.concat(Jobs.inEveryOpenState().stream(), Jobs.inEveryFinalState().stream())
                        .map(job -> job.state().name()))
                .containsOnly(
                        "ADMITTED", "SUBMITTING", "SUBMITTED", "RUNNING", "CONVERTING", "DONE", "REJECTED", "FAILED");
    }

    @Test
    void aJobIsFinalInAFinalStateOnly() {
        assertThat(Jobs.inEveryOpenState()).noneMatch(Job::isFinal);
        assertThat(Jobs.inEveryFinalState()).allMatch(Job::isFinal).allMatch(job -> job.state() instanceof Closed);
    }

    private static Set<String> exits(Class<? extends JobState> state) {
        Set<String> exits = new TreeSet<>();
        Arrays.stream(state.getMethods())
                .filter(method -> JobState.class.isAssignableFrom(method.getReturnType()))
                .map(Method::getName)
                .forEach(exits::add);
        return exits;
    }

    private static Set<String> and(Set<String> names, String... more) {
        Set<String> all = new TreeSet<>(names);
        all.addAll(Set.of(more));
        return all;
    }
}
