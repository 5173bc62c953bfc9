package dev.shuttle.ops.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.pipeline.job.MovedClock;
import dev.shuttle.report.outcome.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One message an event: when it begins, when it is over, and again after an hour. */
final class AlertsTest {
    private static final Duration GATHER = Duration.ofMinutes(1);
    private static final Duration REPEAT = Duration.ofHours(1);

    private final MovedClock clock = new MovedClock();
    private final List<Alert> told = new ArrayList<>();
    private final Alerts alerts = alerts(Locale.ENGLISH);

    private Alerts alerts(Locale locale) {
        Alerts.Place place = new Alerts.Place("mill-1", "/srv/work");
        return new Alerts(locale, place, "outbox/failed", GATHER, REPEAT, clock, told::add);
    }

    private Job job(int number) {
        return Jobs.admitted("p" + number + ".png", clock.instant());
    }

    private void arrears(Alerts to) {
        to.refused(job(told.size()), "Arrearage", "Access denied, in arrears.", "Pay the bill.");
    }

    private void fail(int count, String code) {
        for (int i = 0; i < count; i++) {
            Job job = job(i);
            Problem problem = new Problem(code, "failed", "try again");
            alerts.committed(job.in(((Admitted) job.state()).failed(problem, clock.instant())));
        }
    }

    private void later(Duration time) {
        clock.move(time);
        alerts.sendGathered(false);
    }

    private List<String> events() {
        return told.stream()
                .map(alert -> (alert.recovered() ? "+" : "") + alert.event())
                .toList();
    }

    @Test
    void tenRefusalsAndTheBreakerTheyOpenAreOneMessage() {
        for (int i = 0; i < 10; i++) {
            arrears(alerts);
            alerts.breakerOpened();
        }

        assertThat(events()).containsExactly("ACCOUNT_REFUSED");
        Alert alert = told.get(0);
        assertThat(alert.code()).isEqualTo("Arrearage");
        assertThat(alert.severity()).isEqualTo("critical");
        assertThat(alert.message()).isEqualTo("Arrearage: Access denied, in arrears.");
        assertThat(alert.hint()).isEqualTo("Pay the bill.");
        assertThat(alert.jobs()).extracting(Alert.Affected::file).containsExactly("p0.png");
        assertThat(alert.host()).isEqualTo("mill-1");
    }

    @Test
    void mendedIsToldOnceWithWhatWasMetAndTheNextRefusalIsNewsAgain() {
        for (int i = 0; i < 3; i++) {
            arrears(alerts);
        }
        clock.move(Duration.ofMinutes(5));
        alerts.breakerClosed();
        alerts.breakerClosed();
        arrears(alerts);

        assertThat(events()).containsExactly("ACCOUNT_REFUSED", "+ACCOUNT_REFUSED", "ACCOUNT_REFUSED");
        assertThat(told.get(1).count()).isEqualTo(3);
        assertThat(told.get(1).severity()).isEqualTo("info");
        assertThat(Duration.between(told.get(1).since(), told.get(1).at())).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whatLastsIsToldAgainAfterAnHourWithHowOftenItWasMetSince() {
        arrears(alerts);
        for (int i = 0; i < 6; i++) {
            clock.move(Duration.ofMinutes(10));
            arrears(alerts);
        }

        assertThat(told).hasSize(2);
        assertThat(told.get(1).count()).isEqualTo(6);
        assertThat(told.get(1).since()).isEqualTo(told.get(0).since());
    }

    @Test
    void aQuotaThatIsUsedUpIsAnEventOfItsOwn() {
        alerts.refused(job(1), "AllocationQuota.FreeTierOnly", "used up", "buy");
        alerts.refused(job(2), "Throttling.AllocationQuota", "free allocated quota exceeded", "buy");

        assertThat(events()).containsExactly("QUOTA_EXHAUSTED");
    }

    @Test
    void whoGuessesIsToldOnceWithTheAddressAndThatItIsOverAnHourLater() {
        alerts.guessed("203.0.113.9", 10);
        later(Duration.ofMinutes(20));
        alerts.guessed("203.0.113.9", 100);
        later(Duration.ofMinutes(59));
        assertThat(events()).containsExactly("SIGN_IN_REFUSED");

        later(Duration.ofMinutes(2));

        assertThat(events()).containsExactly("SIGN_IN_REFUSED", "+SIGN_IN_REFUSED");
        assertThat(told.get(0).message()).contains("203.0.113.9", "10");
    }

    @Test
    void theBreakerIsToldOnceHoweverOftenItTries() {
        alerts.breakerOpened();
        clock.move(Duration.ofSeconds(30));
        alerts.breakerOpened();
        alerts.breakerClosed();

        assertThat(events()).containsExactly("BREAKER_OPEN", "+BREAKER_OPEN");
    }

    @Test
    void aThousandFailedJobsAreOneMessage() {
        fail(990, "INTERNAL");
        fail(10, "Arrearage");
        assertThat(told).isEmpty();

        later(GATHER);
        later(REPEAT);

        assertThat(events()).containsExactly("JOBS_FAILED");
        assertThat(told.get(0).count()).isEqualTo(1000);
        assertThat(told.get(0).codes()).containsEntry("INTERNAL", 990L).containsEntry("Arrearage", 10L);
        assertThat(told.get(0).jobs()).hasSize(10);
        assertThat(told.get(0).message()).contains("INTERNAL 990").contains("outbox/failed");
    }

    @Test
    void whileJobsGoOnFailingMessagesBecomeRarer() {
        for (int minute = 0; minute < 240; minute++) {
            fail(5, "INTERNAL");
            later(Duration.ofMinutes(1));
        }

        // After 1, 2, 4 … 32 minutes and then once an hour.
        assertThat(told).hasSizeBetween(7, 10);
        assertThat(told.stream().mapToLong(Alert::count).sum()).isLessThanOrEqualTo(1200);
    }

    @Test
    void afterAQuietTimeAFailedJobIsToldSoonAgain() {
        fail(1, "INTERNAL");
        later(GATHER);
        clock.move(Duration.ofMinutes(10));
        fail(1, "INTERNAL");
        later(GATHER);

        assertThat(told).hasSize(2);
    }

    @Test
    void jobsThatTheirUsersGaveUpAreNoNews() {
        fail(3, "CANCELED");
        later(REPEAT);

        assertThat(told).isEmpty();
    }

    @Test
    void aDiskIsLowOnceAndHasRoomAgainOnce() {
        AtomicLong free = new AtomicLong(400L << 20);
        Alerting.DiskSpace room =
                new Alerting.DiskSpace(List.of(Path.of("outbox"), Path.of("work")), 500L << 20, folder -> free.get());
        room.look(alerts);
        room.look(alerts);
        free.set(510L << 20);
        room.look(alerts);
        assertThat(events()).as("a little more is no recovery").containsExactly("DISK_LOW");

        free.set(900L << 20);
        room.look(alerts);

        assertThat(events()).containsExactly("DISK_LOW", "+DISK_LOW");
        assertThat(told.get(0).message()).contains("outbox", "400 MB", "500 MB");
    }

    @Test
    void inChineseWhereThatIsSet() {
        arrears(alerts(Locale.SIMPLIFIED_CHINESE));

        assertThat(told.get(0).title()).isEqualTo("云端拒绝该账号");
    }
}
