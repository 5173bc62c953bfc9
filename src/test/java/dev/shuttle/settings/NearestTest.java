package dev.shuttle.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestTest {
    private static final List<String> KNOWN = List.of("shuttle.inbox", "shuttle.outbox", "dashscope.retries");

    @Test
    void aSlipOfTheFingerIsUnderstood() {
        assertThat(Nearest.to("shuttle.inbx", KNOWN)).isEqualTo("; did you mean shuttle.inbox?");
        assertThat(Nearest.to("dashscope.retires", KNOWN)).isEqualTo("; did you mean dashscope.retries?");
    }

    @Test
    void nothingIsSuggestedForWhatIsFarFromEverything() {
        assertThat(Nearest.to("shuttle.weather-forecast", KNOWN)).isEmpty();
    }

    @Test
    void nothingIsSuggestedWhereNothingIsKnown() {
        assertThat(Nearest.to("shuttle.inbox", List.of())).isEmpty();
    }
}
