package dev.shuttle.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which source a value comes from, and what may stand in which. */
final class ConfigurationTest {
    @TempDir
    private Path folder = Path.of("");

    private Sources sources = new Sources(folder);

    @BeforeEach
    void inAFolderOfItsOwn() {
        sources = new Sources(folder);
    }

    private ListAssert<String> problems() {
        return assertThatThrownBy(sources::load)
                .asInstanceOf(type(SettingsException.class))
                .extracting(SettingsException::problems)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class));
    }

    @Test
    void withoutAnySourceTheBuiltInValueHolds() {
        assertThat(sources.load().value("shuttle.preset")).isEqualTo("weaving_machine");
    }

    @Test
    void theFileBeatsTheBuiltInValue() {
        sources.file("shuttle.preset=damask");

        assertThat(sources.load().value("shuttle.preset")).isEqualTo("damask");
    }

    @Test
    void theEnvironmentBeatsTheFile() {
        sources.file("shuttle.max-file-size=1MB").environment("SHUTTLE_MAX_FILE_SIZE", "2MB");

        assertThat(sources.load().value("shuttle.max-file-size")).isEqualTo("2MB");
    }

    @Test
    void setBeatsEverything() {
        sources.file("shuttle.preset=damask")
                .environment("SHUTTLE_PRESET", "tapestry")
                .set("shuttle.preset", "embroidery");

        assertThat(sources.load().value("shuttle.preset")).isEqualTo("embroidery");
    }

    @Test
    void aBlankEnvironmentVariableCountsAsNone() {
        sources.file("shuttle.preset=damask").environment("SHUTTLE_PRESET", "  ");

        assertThat(sources.load().value("shuttle.preset")).isEqualTo("damask");
    }

    @Test
    void theSeedsKeyNameIsTakenWhereTheUsualOneIsMissing() {
        sources.environment("TONGYI_API_KEY", "sk-seed");

        assertThat(sources.load().value("dashscope.api-key")).isEqualTo("sk-seed");
    }

    @Test
    void theUsualKeyNameComesBeforeTheSeeds() {
        sources.environment("TONGYI_API_KEY", "sk-seed").environment("DASHSCOPE_API_KEY", "sk-usual");

        assertThat(sources.load().value("dashscope.api-key")).isEqualTo("sk-usual");
    }

    @Test
    void theSdksNameOfTheBaseUrlIsKnown() {
        sources.environment("DASHSCOPE_HTTP_BASE_URL", "https://dashscope-intl.aliyuncs.com/api/v1");

        assertThat(sources.load().value("dashscope.base-url")).isEqualTo("https://dashscope-intl.aliyuncs.com/api/v1");
    }

    @Test
    void aReferenceToAnotherKeyFollowsThatKeysStrongestSource() {
        sources.set("shuttle.work", "/mill/work");

        assertThat(sources.load().value("shuttle.journal.url")).isEqualTo("jdbc:sqlite:/mill/work/journal.db");
    }

    @Test
    void aReferenceToAnUnknownKeyStaysAsItIs() {
        sources.file("camel.main.name=${no.such.key}");

        assertThat(sources.load().placeholders()).containsEntry("camel.main.name", "${no.such.key}");
    }

    @Test
    void anEmptyValueIsNone() {
        assertThat(sources.load().value("dashscope.workspace")).isNull();
    }

    @Test
    void theFileMayHoldAnyUnicode() {
        sources.file("dashscope.prompt=改成织锦图案");

        assertThat(sources.load().value("dashscope.prompt")).isEqualTo("改成织锦图案");
    }

    @Test
    void aFileThatIsNoUtf8IsNamed() throws Exception {
        Files.write(folder.resolve("shuttle.properties"), "dashscope.prompt=织锦".getBytes("GBK"));

        problems().singleElement().asString().contains("shuttle.properties", "UTF-8");
    }

    @Test
    void aFileWithABrokenEscapeIsNamed() {
        sources.file("shuttle.preset=\\u12");

        problems().singleElement().asString().contains("shuttle.properties", "cannot be read");
    }

    @Test
    void anUnknownKeyIsNamedWithItsPlaceAndTheNearestKnownOne() {
        sources.set("shuttle.inbx", "in");

        problems().containsExactly("--set: unknown key shuttle.inbx; did you mean shuttle.inbox?");
    }

    @Test
    void allUnknownKeysOfAllSourcesAreToldAtOnce() {
        sources.file("dashscope.modles=qwen-image-edit", "preset=damask").set("shuttle.concurency", "2");

        problems()
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem)
                        .contains("shuttle.properties", "dashscope.modles", "did you mean dashscope.models?"))
                .anySatisfy(problem ->
                        assertThat(problem).contains("unknown key preset", "keys begin with shuttle., dashscope."))
                .anySatisfy(problem -> assertThat(problem).contains("did you mean shuttle.concurrency?"));
    }

    @Test
    void camelsOwnKeysPass() {
        sources.set("camel.main.tracing", "true");

        assertThat(sources.load().placeholders()).containsEntry("camel.main.tracing", "true");
    }

    @Test
    void aForeignEnvironmentVariableIsNobodysBusiness() {
        sources.environment("SHUTTLE_NO_SUCH_KEY", "x");

        assertThat(sources.load().placeholders()).doesNotContainKey("shuttle.no.such.key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dashscope.api-key", "shuttle.journal.password", "shuttle.api.token", "shuttle.hawtio.password"})
    void aSecretOnTheCommandLineIsRefusedAndNotRepeated(String key) {
        sources.set(key, "sk-visible-to-all");

        problems()
                .singleElement()
                .asString()
                .contains("--set " + key, "environment")
                .doesNotContain("sk-visible");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dashscope.api-key", "shuttle.journal.password", "shuttle.api.token", "shuttle.hawtio.password"})
    void aSecretIsNoPlaceholder(String key) {
        sources.file(key + "=sk-hidden");

        assertThat(sources.load().placeholders()).doesNotContainKey(key).doesNotContainValue("sk-hidden");
    }

    @Test
    void aReferenceToASecretDoesNotGiveItAway() {
        sources.environment("DASHSCOPE_API_KEY", "sk-hidden").file("camel.main.name=${dashscope.api-key}");

        assertThat(sources.load().placeholders()).doesNotContainValue("sk-hidden");
    }

    @Test
    void aConfigurationIsNotPrintedWithItsValues() {
        sources.environment("DASHSCOPE_API_KEY", "sk-hidden");

        assertThat(String.valueOf((Object) sources.load())).doesNotContain("sk-hidden");
    }

    @Test
    void everySecretKeyIsOneOfTheKeys() {
        Configuration built = sources.load();

        assertThat(Configuration.SECRETS)
                .allSatisfy(key -> assertThat(built.value(key)).isNull());
    }

    @Test
    void theBuiltInFileIsUtf8() throws Exception {
        try (var in = Configuration.class.getResourceAsStream("/application.properties")) {
            assertThat(in).isNotNull();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("提花织造");
        }
    }
}
