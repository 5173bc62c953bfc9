package dev.shuttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShuttleTest {
    @Test
    void isThere() {
        assertThat(Shuttle.class).isFinal();
    }
}
