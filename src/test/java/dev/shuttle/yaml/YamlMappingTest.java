package dev.shuttle.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** YAML that people write, and what is told of their slips. */
final class YamlMappingTest {
    private static YamlMapping read(String text) throws YamlException {
        return YamlMapping.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    @Test
    void everyKindOfValueIsRead() throws Exception {
        YamlMapping file = read("""
                # a comment
                name: "蜀锦: 红"
                plain: off
                count: 3
                share: 0.5
                edges: true
                colours: ["#c8102e", '#ffffff']
                style: {contrast: 1.2}
                empty:
                """);

        assertThat(file.text("name")).isEqualTo("蜀锦: 红");
        assertThat(file.text("plain")).isEqualTo("off");
        assertThat(file.whole("count")).isEqualTo(3);
        assertThat(file.number("count")).isEqualTo(3.0);
        assertThat(file.number("share")).isEqualTo(0.5);
        assertThat(file.flag("edges")).isTrue();
        assertThat(file.texts("colours")).containsExactly("#c8102e", "#ffffff");
        assertThat(Objects.requireNonNull(file.mapping("style")).number("contrast"))
                .isEqualTo(1.2);
        assertThat(file.text("empty")).isNull();
        assertThat(file.mapping("absent")).isNull();
        assertThat(file.line("share")).isEqualTo(5);
    }

    @Test
    void aFileOfANotepadIsRead() throws Exception {
        byte[] utf16 = "\ufeffname: 蜀锦\r\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(YamlMapping.read(new ByteArrayInputStream(utf16)).text("name"))
                .isEqualTo("蜀锦");
        assertThat(read("\ufeffname: 蜀锦\r\n").text("name")).isEqualTo("蜀锦");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, empty",
        "'- a', 1, keys with values",
        "'a: [1', 1, no YAML",
        "'a: 1\n\tb: 2', 2, no YAML",
        "'a: 1\na: 2', 2, twice",
        "'a: 1\n? [b]\n: 2', 1, no YAML",
        "'a: 1\nunknown: 2', 2, unknown key unknown; known: a",
    })
    void whatIsNoMappingOfKnownKeysIsToldWithItsLine(String text, int line, String told) {
        assertThatThrownBy(() -> read(text).allow(Set.of("a")))
                .asInstanceOf(type(YamlException.class))
                .satisfies(e -> assertThat(e.message()).contains(told))
                .satisfies(e -> assertThat(e.line()).isEqualTo(line));
    }

    @Test
    void aValueOfTheWrongKindIsToldWithKeyAndLine() throws Exception {
        YamlMapping file = read("a: many\nb: [1]\nc: {d: e}\n");

        assertThatThrownBy(() -> file.whole("a")).hasMessage("a must be a whole number, not many");
        assertThatThrownBy(() -> file.number("a")).hasMessage("a must be a number, not many");
        assertThatThrownBy(() -> file.flag("a")).hasMessage("a must be true or false, not many");
        assertThatThrownBy(() -> file.texts("a")).hasMessage("a must be a list");
        assertThatThrownBy(() -> file.mapping("a")).hasMessage("a must be keys with values");
        assertThatThrownBy(() -> file.text("b")).hasMessage("b must be one value");
        YamlMapping below = Objects.requireNonNull(file.mapping("c"));
        assertThatThrownBy(() -> below.whole("d"))
                .hasMessage("c.d must be a whole number, not e")
                .extracting(e -> ((YamlException) e).line())
                .isEqualTo(3);
    }

    /** Aliases within aliases would fill the memory if they were written out. */
    @Test
    void aliasesWithinAliasesAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(YamlException.class);
    }
}
