package dev.shuttle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.Shuttle;
import org.junit.jupiter.api.Test;

class ShuttleTest {
    @Test
    void isThere() {
        assertThat(Shuttle.class).isFinal();
    }
}
