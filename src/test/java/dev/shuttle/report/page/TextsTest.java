package dev.shuttle.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.report.Role;
import dev.shuttle.report.State;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.report.outcome.Timings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final java.nio.file.Path RESOURCES = java.nio.file.Path.of("src/main/resources");

    @ParameterizedTest
    @ValueSource(strings = {"page", "report", "gallery", "doctor", "alert"})
    void bothLanguagesHaveTheSameKeys(String name) {
        assertThat(Texts.read(name, "zh").stringPropertyNames())
                .isEqualTo(Texts.read(name, "en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "report", "gallery", "doctor", "alert"})
    void noTextIsEmptyAndNoneLosesAnApostropheToThePattern(String name) {
        for (String language : List.of("en", "zh")) {
            assertThat(Texts.read(name, language).values())
                    .allSatisfy(text -> assertThat((String) text).isNotBlank().doesNotContain("'"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "report", "gallery", "doctor", "alert"})
    void bothLanguagesFillInTheSameValues(String name) {
        Properties english = Texts.read(name, "en");
        Properties chinese = Texts.read(name, "zh");
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
                        Stream.of(Road.values()).flatMap(p -> Stream.of("path." + p.word(), "road." + p.word())),
                        Stream.of(Origin.values()).map(o -> "from." + o.word()),
                        Stream.of(Timings.class.getRecordComponents()).map(stage -> "stage." + stage.getName()),
                        Stream.of(Role.values()).flatMap(r -> Stream.of("role." + r.word(), "use." + r.word())))
                .flatMap(k -> k);

        assertThat(keys.toList()).allSatisfy(key -> Texts.of("report").say(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "gallery"})
    void everyTextTheTemplatesAskForIsThere(String name) {
        Texts texts = Texts.of(name);
        for (String template : templates(name)) {
            List<String> keys = new ArrayList<>(found("(?<=\\{\\{#t}})[^{]+(?=\\{\\{/t)", template));
            keys.addAll(found("(?<=\\{\\{#attr}})[^{]+(?=\\{\\{/attr)", template).stream()
                    .map(words -> words.substring(words.indexOf(' ') + 1))
                    .toList());

            assertThat(keys).allSatisfy(texts::say);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "page", "gallery"})
    void theTemplatesThemselvesSayNothing(String name) {
        for (String template : templates(name)) {
            String text = template.replaceAll("(?s)\\{\\{#(t|attr)}}.*?\\{\\{/\\1}}", "")
                    .replaceAll("(?s)\\{\\{.*?}}", "")
                    .replaceAll("<[^>]*>", " ");

            assertThat(found("\\p{L}+", text)).isSubsetOf("Shuttle", "飞梭", "English", "中文", "UTC", "HTTP");
        }
    }

    private static List<String> templates(String name) {
        try (Stream<java.nio.file.Path> files = Files.list(RESOURCES.resolve(name))) {
            return files.filter(f -> f.toString().endsWith(".mustache"))
                    .map(TextsTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(r -> r.group()).toList();
    }
}
