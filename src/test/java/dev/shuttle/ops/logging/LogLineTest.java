package dev.shuttle.ops.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class LogLineTest {
    private static final String FORGED = "a.png\n12:00:00.000 INFO  d.s.Forged - done job=1";

    private static String line(String message, @Nullable Throwable failure, KeyValuePair... pairs) {
        LoggingEvent event = new LoggingEvent(
                "",
                new LoggerContext().getLogger("dev.shuttle.pipeline.publish.Publisher"),
                Level.INFO,
                message,
                failure,
                null);
        event.setKeyValuePairs(List.of(pairs));
        return new LogLine().doLayout(event);
    }

    @Test
    void aLineTellsWhoSaysWhatOfWhichJob() {
        assertThat(line("done", null, new KeyValuePair("job", "261122-150226-a1k09b"), new KeyValuePair("polls", 3)))
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO  d\\.s\\.p\\.p\\.Publisher"
                        + " - done job=261122-150226-a1k09b polls=3\\R");
    }

    @Test
    void anyNameThatPeopleUseStaysAsItIs() {
        assertThat(line("done", null, new KeyValuePair("file", "牡丹🌸é.png"))).contains(" file=牡丹🌸é.png");
    }

    @Test
    void aNameWithANewlineBeginsNoLine() {
        assertThat(line(FORGED, null, new KeyValuePair("file", FORGED)).lines()).hasSize(1);
    }

    @Test
    void aNameThatLooksLikeAValueIsQuoted() {
        assertThat(line("done", null, new KeyValuePair("file", "a\" job=7 \\.png")))
                .contains(" file=\"a\\\" job=7 \\\\.png\"");
    }

    @Test
    void aNameTurnsNoDirectionAndMovesNoCursor() {
        assertThat(line("done", null, new KeyValuePair("file", "\u202egnp.\u001b[2J\u0085\u2028a")))
                .contains("\\u202egnp.\\u001b[2J\\u0085\\u2028a");
    }

    @Test
    void whatAnExceptionSaysStaysBehindATab() {
        String told = line("failed", new java.nio.file.NoSuchFileException(FORGED, null, FORGED));

        assertThat(told.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("\t"));
    }
}
