package dev.shuttle.pipeline.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.When;
import dev.shuttle.loom.image.PictureHeader;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Converting;
import dev.shuttle.provider.CloudPicture;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.dashscope.Models;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.RouteRig;
import dev.shuttle.settings.Settings.Fallback;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cloud's picture in the job's folder. */
final class DownloadStepTest extends CloudTest {
    private PictureHeader cloudPicture(Job job) throws Exception {
        return PictureHeader.read(Files.readAllBytes(mill.folder(job).cloudPicture()));
    }

    @Test
    void thePictureLiesInTheJobsFolderBeforeTheJournalSaysSo() throws Exception {
        Job job = mill.led(mill.admitted(600, 520));

        assertThat(cloudPicture(job).width()).isEqualTo(600);
        assertThat(cloudPicture(job).height()).isEqualTo(520);
        assertThat(mill.known(job).state()).isEqualTo(new Converting(mill.clock.instant(), Road.EMULATED, null));
        assertThat(job.timings().download()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"1600,100", "90,1500", "5000,40"})
    void whatWasPaddedForTheServiceIsCroppedBack(int width, int height) throws Exception {
        Job job = mill.led(mill.admitted(width, height));

        PictureHeader fetched = cloudPicture(job);
        double proportion = (double) width / height;
        assertThat((double) fetched.width() / fetched.height()).isCloseTo(proportion, within(proportion * 0.03));
    }

    @Test
    void underHoldAPictureThatCannotBeFetchedWaitsForTheStorageAsLongAsThatKeepsIt() throws Exception {
        mill.policy = Fallback.HOLD;
        mill.restart();
        mill.emulator.faults().add(When.every(Call.DOWNLOAD), new Fault.Reset());
        Job made = mill.polled(mill.submitted(mill.admitted()));
        assertThatExceptionOfType(LookUpDelayed.class)
                .isThrownBy(() -> mill.stage().download(made))
                .withMessageContaining("牡丹.png cannot be fetched");
        assertThat(mill.known(made).state()).isEqualTo(made.state());

        mill.clock.move(Duration.ofHours(23));
        mill.emulator.faults().clear();
        assertThat(((Converting) mill.stage().download(made).state()).road()).isEqualTo(Road.EMULATED);
    }

    @Test
    void afterADayItIsGivenUpUnderHoldToo() throws Exception {
        mill.policy = Fallback.HOLD;
        mill.restart();
        mill.emulator.faults().add(When.every(Call.DOWNLOAD), new Fault.Reset());
        Job made = mill.polled(mill.submitted(mill.admitted()));
        mill.clock.move(Duration.ofHours(24));

        Converting state = (Converting) mill.stage().download(made).state();

        assertThat(state.road()).isEqualTo(Road.LOCAL);
        assertThat(state.reason()).as("its address has expired").isEqualTo("RESULT_EXPIRED");
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"LOCAL", "HOLD"})
    void aPictureThatCannotBeReadMeansLocalAndIsNotOrderedAgain(Fallback policy) throws Exception {
        mill.policy = policy;
        mill.restart();
        mill.emulator.faults().add(When.every(Call.DOWNLOAD), new Fault.CorruptBody());

        Job job = mill.ledOn(mill.led(mill.admitted()));

        assertThat(job.state()).isInstanceOfSatisfying(Converting.class, state -> {
            assertThat(state.road()).isEqualTo(Road.LOCAL);
            assertThat(state.reason()).startsWith("RESULT_");
        });
        assertThat(job.attempts()).extracting(Attempt::stage).containsExactly("download");
        assertThat(mill.folder(job).cloudPicture()).doesNotExist();
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void aHalfPictureIsFetchedAgain() throws Exception {
        mill.emulator.faults().add(When.nth(Call.DOWNLOAD, 1), new Fault.Truncate());

        Job job = mill.led(mill.admitted());

        assertThat(job.state())
                .isInstanceOfSatisfying(
                        Converting.class, state -> assertThat(state.road()).isEqualTo(Road.EMULATED));
        assertThat(mill.emulator.ledger().leaks())
                .as("the key does not travel to the storage")
                .isZero();
    }

    @Test
    void killedAfterTheTaskSucceededThePictureIsFetchedAfterTheRestart() throws Exception {
        Job job = mill.polled(mill.submitted(mill.admitted()));
        mill.restart();

        assertThat(mill.led(mill.known(job)).state()).isInstanceOf(Converting.class);
        assertThat(mill.emulator.ledger().accepted()).isEqualTo(1);
    }

    /** A job whose submit was lost, and meanwhile another program's task with the same key. */
    private Job adoptsAnothers(Fallback policy) throws Exception {
        mill.policy = policy;
        mill.restart();
        Job job = mill.admitted(600, 520);
        mill.kill = Mill.Kill.BEFORE_THE_POST;
        assertThatThrownBy(() -> mill.submitted(job)).isInstanceOf(RouteRig.Killed.class);
        mill.restart();
        CloudPicture others = CloudPicture.of(Pictures.picture(5, 600, 520), Models.named(WANX));
        Submission foreign =
                new Submission(Models.named(WANX), "description_edit", "改成织锦图案", "", 0.5, 42, others.asDataUrl());
        mill.posted(foreign);
        return mill.led(mill.known(job));
    }

    @Test
    void whatDoesNotLookLikeTheSourceIsKeptAsideAndTheJobGoesLocal() throws Exception {
        Job job = adoptsAnothers(Fallback.LOCAL);

        assertThat(job.state()).isEqualTo(new Converting(mill.clock.instant(), Road.LOCAL, "SUBMIT_UNCERTAIN"));
        assertThat(mill.folder(job).unsurePicture()).isRegularFile();
        assertThat(mill.folder(job).cloudPicture()).doesNotExist();
        assertThat(job.attempts()).last().satisfies(attempt -> {
            assertThat(attempt.code()).isEqualTo("SUBMIT_UNCERTAIN");
            assertThat(attempt.stage()).isEqualTo("download");
            assertThat(attempt.message()).contains("cloud-unsure.png");
        });
        assertThat(job.intent()).as("its own task may be there still").isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"HOLD,CONVERTING", "FAIL,FAILED"})
    void norIsItOrderedAgainUnderAnotherPolicy(Fallback policy, String state) throws Exception {
        Job job = adoptsAnothers(policy);

        assertThat(job.state().name()).isEqualTo(state);
        assertThat(job.state().toString()).contains("SUBMIT_UNCERTAIN");
        assertThat(mill.emulator.ledger().accepted()).as("the other program's").isEqualTo(1);
    }

    @Test
    void thatATaskWasFoundInTheListOutlivesARestart() throws Exception {
        mill.emulator.faults().loseAnswer(1);
        Job job = mill.polled(mill.submitted(mill.admitted()));
        mill.restart();

        assertThat(mill.known(job).cloud())
                .isNotNull()
                .satisfies(task -> assertThat(task.adopted())
                        .isEqualTo(mill.emulator.ledger().tasks().get(0).submittedAt()));
    }
}
