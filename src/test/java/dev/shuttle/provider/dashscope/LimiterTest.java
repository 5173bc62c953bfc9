package dev.shuttle.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shuttle.provider.CloudException;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.TaskStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LimiterTest {
    private static final double ONE_A_DAY = 1.0 / 86_400;

    @Test
    void whoGetsNoPermitInTimeIsToldSo() {
        var limiter = new Limiter("dashscope", ONE_A_DAY, 1000, Duration.ZERO);

        limiter.beforeSubmit();

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(limiter::beforeSubmit)
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo("LIMITER_TIMEOUT");
                    assertThat(failure.error().errorClass()).isEqualTo(ErrorClass.RETRY);
                });
    }

    @Test
    void submissionsAndPollsAreCountedApart() {
        var limiter = new Limiter("dashscope", ONE_A_DAY, ONE_A_DAY, Duration.ZERO);
        limiter.beforeSubmit();

        assertThatCode(() -> limiter.beforeTaskCall(Stage.POLL)).doesNotThrowAnyException();
        assertThatExceptionOfType(CloudException.class).isThrownBy(() -> limiter.beforeTaskCall(Stage.LIST));
    }

    @Test
    void twoClientsThatShareALimiterShareItsPermits() {
        try (var service = LoopbackService.start()) {
            var shared = new Limiter("dashscope", 1000, ONE_A_DAY, Duration.ZERO);
            var client = Client.of(service);
            var one = new DashScope(
                    client.settings(), new JdkWire(), shared, client.clock, new java.util.Random(1), client.clock);
            var other = new DashScope(
                    client.settings(), new JdkWire(), shared, client.clock, new java.util.Random(1), client.clock);
            service.then(200, "{\"output\":{\"task_status\":\"RUNNING\"}}");

            Client.poll(one, "t-1");

            assertThat(Client.poll(other, "t-2")).isInstanceOf(TaskStatus.Unread.class);
            assertThat(service.asked()).hasSize(1);
        }
    }

    @Test
    void anInterruptEndsTheWait() {
        var limiter = new Limiter("dashscope", ONE_A_DAY, 1000, Duration.ofHours(30));
        limiter.beforeSubmit();
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(limiter::beforeSubmit)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("INTERRUPTED"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void aRateMustBeAboveZero(double rate) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limiter("dashscope", rate, 1, Duration.ZERO));
    }
}
