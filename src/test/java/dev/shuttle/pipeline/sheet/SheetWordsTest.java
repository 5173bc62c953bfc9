package dev.shuttle.pipeline.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.cloth.YarnSystem;
import dev.shuttle.loom.design.Repeat;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a design can be has words on the work sheet, in both languages. */
final class SheetWordsTest {
    private final SheetWords words = new SheetWords();

    @ParameterizedTest
    @EnumSource
    void aRepeatHasAName(Repeat repeat) {
        assertThat(words.say("repeat." + repeat.name().toLowerCase(Locale.ROOT)))
                .isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void threadsHaveAName(YarnSystem system) {
        assertThat(words.say("system." + system.name().toLowerCase(Locale.ROOT)))
                .isNotBlank();
    }
}
