package dev.shuttle.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SecretTest {
    @Test
    void aSecretIsNotPrinted() {
        assertThat("key " + new Secret("sk-0123456789")).isEqualTo("key ***");
    }

    @Test
    void whatACopiedKeyCarriesAlongIsTakenOff() {
        assertThat(new Secret(" sk-0123456789\r\n").get()).isEqualTo("sk-0123456789");
    }
}
