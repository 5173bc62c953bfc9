package dev.shuttle.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Properties english = Texts.read("en");
    private final Properties chinese = Texts.read("zh");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void noTextIsEmptyAndNoneLosesAnApostropheToThePattern() {
        for (Properties language : List.of(english, chinese)) {
            assertThat(language.values())
                    .allSatisfy(text -> assertThat((String) text).isNotBlank().doesNotContain("'"));
        }
    }

    @Test
    void bothLanguagesFillInTheSameValues() {
        for (String key : english.stringPropertyNames()) {
            assertThat(found("\\{\\d}", chinese.getProperty(key)))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(found("\\{\\d}", english.getProperty(key)));
        }
    }

    @Test
    void everyStateRoadWayInStageAndRoleHasItsText() {
        Stream<String> keys = Stream.of(
                        Stream.of(State.values()).map(s -> "state." + s),
                        Stream.of(Path.values()).flatMap(p -> Stream.of("path." + p.word(), "road." + p.word())),
                        Stream.of(Origin.values()).map(o -> "from." + o.word()),
                        Stream.of(Stage.values()).map(s -> "stage." + s.word()),
                        Stream.of(Role.values()).map(r -> "role." + r.word()))
                .flatMap(k -> k);

        assertThat(english.stringPropertyNames()).containsAll(keys.toList());
    }

    @Test
    void everyTextTheTemplatesAskForIsThere() throws Exception {
        for (String name : List.of("page", "pictures", "road", "facts", "figures")) {
            String template = template(name);
            List<String> keys = new ArrayList<>(found("(?<=\\{\\{#t}})[^{]+", template));
            keys.addAll(found("(?<=\\{\\{#attr}})[^{]+", template).stream()
                    .map(words -> words.substring(words.indexOf(' ') + 1))
                    .filter(key -> !key.isBlank())
                    .toList());

            assertThat(english.stringPropertyNames()).as(name).containsAll(keys);
        }
    }

    @Test
    void theTemplatesThemselvesSayNothing() throws Exception {
        for (String name : List.of("page", "pictures", "road", "facts", "figures")) {
            String text = template(name)
                    .replaceAll("(?s)<style>.*?</style>", "")
                    .replaceAll("(?s)\\{\\{#(t|attr)}}.*?\\{\\{/\\1}}", "")
                    .replaceAll("\\{\\{.*?}}", "")
                    .replaceAll("<[^>]*>", " ");

            assertThat(found("\\p{L}+", text)).as(name).isSubsetOf("Shuttle", "飞梭", "English", "中文");
        }
    }

    private static List<String> found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(r -> r.group()).toList();
    }

    private static String template(String name) throws Exception {
        try (InputStream stream = TextsTest.class.getResourceAsStream("/report/" + name + ".mustache")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
