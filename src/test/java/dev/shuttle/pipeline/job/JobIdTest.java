package dev.shuttle.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JobIdTest {
    @Test
    void aNameBeginsWithTheSecondItWasMadeIn() {
        JobId id = JobId.next(Instant.parse("2026-11-22T13:11:45.999Z"), new Random(1));

        assertThat(id.toString()).startsWith("261122-131145-").hasSize(20);
    }

    @Test
    void namesSortByAge() {
        JobId earlier = JobId.next(Instant.parse("2026-09-30T23:59:59Z"), new Random(1));
        JobId later = JobId.next(Instant.parse("2026-10-01T00:00:00Z"), new Random(2));

        assertThat(earlier.value()).isLessThan(later.value());
    }

    @Test
    void namesOfOneSecondDiffer() {
        Random random = new Random(3);
        Set<JobId> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ids.add(JobId.next(Jobs.NOON, random));
        }

        assertThat(ids).hasSize(1000);
    }

    @Test
    void noLetterIsTakenForAnother() {
        Random random = new Random(4);
        for (int i = 0; i < 1000; i++) {
            assertThat(JobId.next(Jobs.NOON, random).value()).matches("\\d{6}-\\d{6}-[0-9a-hjkmnp-tv-z]{6}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "emulator",
                "../261122-131145-k3f9xq",
                "261122-131145-k3f9xq/..",
                "261122-131145-K3F9XQ",
                "261122-131145-k3f9x",
                "٢٦١١٢٢-131145-k3f9xq",
                "261122-131145-k3f9xq\n"
            })
    void whatIsNoName(String text) {
        assertThat(JobId.isOne(text)).isFalse();
        assertThatThrownBy(() -> new JobId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a job id");
    }
}
