package dev.shuttle.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeaveWordsTest {
    private static final Texts TEXTS = Texts.of("report");

    @ParameterizedTest
    @CsvSource({
        "ground, ground, 地组织",
        "weft 2, weft 2, 第 2 纬",
        "weft 1 + weft 3, weft 1 + weft 3, 第 1 纬 + 第 3 纬",
        "warp 4, warp 4, 第 4 组经",
        "5/8 satin, 5/8 satin, 5/8 缎纹",
        "6.5/16 satin, 6.5/16 satin, 6.5/16 缎纹",
        "something else, something else, something else"
    })
    void aWeaveIsToldInBothLanguages(String weave, String english, String chinese) {
        assertThat(WeaveWords.of(weave, TEXTS)).isEqualTo(new Text(english, chinese));
    }
}
