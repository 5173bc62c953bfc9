package dev.shuttle.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Browsers that have signed in. */
class SessionsTest {
    private static final Secret TOKEN = new Secret("a-token-that-is-long-enough");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path work;

    private Instant now = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void whoHasSignedOutIsOutWithEveryCopyOfTheCookie() {
        Sessions sessions = sessions(TOKEN);
        String cookie = sessions.begin();
        assertThat(sessions.knows(cookie)).isTrue();

        sessions.end(cookie);

        assertThat(sessions.knows(cookie)).isFalse();
        assertThat(sessions(TOKEN).knows(cookie)).as("after a restart").isFalse();
    }

    @Test
    void aRestartSignsNobodyOutAndAnotherTokenEverybody() {
        String cookie = sessions(TOKEN).begin();

        assertThat(sessions(TOKEN).knows(cookie)).isTrue();
        assertThat(sessions(new Secret("another-token-that-is-long")).knows(cookie))
                .isFalse();
    }

    @Test
    void restAndTimeEndIt() {
        Sessions sessions = sessions(TOKEN);
        String idle = sessions.begin();
        String used = sessions.begin();
        for (int i = 0; i < 8; i++) {
            now = now.plus(Duration.ofMinutes(89));
            sessions.knows(used);
        }

        assertThat(sessions.knows(idle)).isFalse();
        assertThat(sessions.knows(used)).isTrue();
        now = now.plus(Duration.ofMinutes(10));
        assertThat(sessions.knows(used)).isFalse();
    }

    @Test
    void theyAreBoundedAndTheOneIdleLongestGoes() {
        Sessions sessions = sessions(TOKEN);
        String first = sessions.begin();
        String second = sessions.begin();
        now = now.plusSeconds(1);
        sessions.knows(first);
        IntStream.range(2, Sessions.MOST + 1).forEach(i -> sessions.begin());

        assertThat(sessions.knows(first)).isTrue();
        assertThat(sessions.knows(second)).isFalse();
    }

    @Test
    void whatIsKeptIsNoCookieAndNobodyElseReadsIt() throws IOException {
        String cookie = sessions(TOKEN).begin();

        assertThat(Files.readString(work.resolve("sessions")))
                .doesNotContain(cookie)
                .doesNotContain(cookie.substring(cookie.indexOf('.') + 1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work.resolve("sessions"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedFileOnlySignsOut() throws IOException {
        Files.writeString(work.resolve("sessions"), "\0\0nothing\n1 2 3\nx y\n");

        Sessions sessions = sessions(TOKEN);

        assertThat(sessions.knows("1.x")).isFalse();
        assertThat(sessions.knows(sessions.begin())).isTrue();
    }

    private Sessions sessions(Secret token) {
        return new Sessions(work.resolve("sessions"), token, () -> now);
    }
}
