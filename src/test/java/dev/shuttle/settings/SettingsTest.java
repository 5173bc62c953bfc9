package dev.shuttle.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shuttle.settings.Settings.Fallback;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each key takes, and what a value that does not fit is told. */
final class SettingsTest {
    @TempDir
    private Path folder = Path.of("");

    private Sources sources = new Sources(folder);

    @BeforeEach
    void inAFolderOfItsOwn() {
        sources = new Sources(folder);
    }

    private ListAssert<String> problems() {
        return assertThatThrownBy(sources::settings)
                .asInstanceOf(type(SettingsException.class))
                .extracting(SettingsException::problems)
                .asInstanceOf(list(String.class));
    }

    @Test
    void theBuiltInValuesAreThePromisedOnes() {
        Settings settings = sources.settings();

        assertThat(settings.folders().inbox()).isAbsolute().endsWith(Path.of("inbox"));
        assertThat(settings.intake().settle()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.intake().maxFileSize()).isEqualTo(50L << 20);
        assertThat(settings.intake().maxPixels()).isEqualTo(100_000_000L);
        assertThat(settings.concurrency()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(settings.fallback()).isEqualTo(Fallback.LOCAL);
        assertThat(settings.journal().url()).startsWith("jdbc:sqlite:").endsWith("journal.db");
        assertThat(settings.cloud().baseUrl()).isEqualTo(URI.create("https://dashscope.aliyuncs.com/api/v1"));
        assertThat(settings.cloud().models()).containsExactly("wanx2.1-imageedit", "wan2.5-i2i-preview");
        assertThat(settings.cloud().submitRate()).isEqualTo(2);
        assertThat(settings.cloud().pollRate()).isEqualTo(20);
        assertThat(settings.cloud().deadline()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.cloud().resultHosts()).containsExactly("*.aliyuncs.com");
        assertThat(settings.breaker().timeBased()).isFalse();
    }

    @Test
    void withoutAKeyTheCloudIsOff() {
        assertThat(sources.settings().cloudIsOn()).isFalse();
    }

    @Test
    void withAKeyTheCloudIsOn() {
        sources.environment("TONGYI_API_KEY", "sk-seed");

        assertThat(sources.settings().cloudIsOn()).isTrue();
    }

    @Test
    void theKeyMayLieInAFile() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "sk-from-file\n");
        sources.set("dashscope.api-key-file", key.toString());

        assertThat(Objects.requireNonNull(sources.settings().cloud().key()).get())
                .isEqualTo("sk-from-file");
    }

    @Test
    void aKeyGivenDirectlyComesBeforeTheFile() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "sk-from-file\n");
        sources.set("dashscope.api-key-file", key.toString()).environment("DASHSCOPE_API_KEY", "sk-direct");

        assertThat(Objects.requireNonNull(sources.settings().cloud().key()).get())
                .isEqualTo("sk-direct");
    }

    @Test
    void aKeyFileThatIsNotThereIsNamed() {
        sources.set("dashscope.api-key-file", folder.resolve("nowhere").toString());

        problems().singleElement().asString().contains("dashscope.api-key-file", "nowhere", "cannot be read");
    }

    @Test
    void aKeyFileThatIsEmptyIsNoKey() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "\n");
        sources.set("dashscope.api-key-file", key.toString());

        problems().singleElement().asString().contains("dashscope.api-key-file", "is empty");
    }

    @Test
    void noSecretIsPrintedWithTheSettings() {
        sources.environment("DASHSCOPE_API_KEY", "sk-hidden").environment("SHUTTLE_JOURNAL_PASSWORD", "woven");

        assertThat(sources.settings().toString()).contains("***").doesNotContain("sk-hidden", "woven");
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "10s,PT10S", "'5 m',PT5M", "1h,PT1H", "2d,PT48H"})
    void durations(String written, Duration meant) {
        sources.set("shuttle.inbox.settle", written);

        assertThat(sources.settings().intake().settle()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"10", "s", "-1s", "1.5s", "0s", "10 sec", "99999999999999999999s", "9223372036854775807d"})
    void whatIsNoDuration(String written) {
        sources.set("shuttle.inbox.settle", written);

        problems().containsExactly("shuttle.inbox.settle=" + written + ": must be a time such as 500ms, 10s, 5m, 1h");
    }

    @ParameterizedTest
    @CsvSource({"512,512", "512B,512", "64kb,65536", "50MB,52428800", "'2 GB',2147483648"})
    void sizes(String written, long bytes) {
        sources.set("shuttle.max-file-size", written);

        assertThat(sources.settings().intake().maxFileSize()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"0", "50MiB", "-1", "1.5MB", "9223372036854775807GB", "big"})
    void whatIsNoSize(String written) {
        sources.set("shuttle.max-file-size", written);

        problems().singleElement().asString().startsWith("shuttle.max-file-size=" + written + ": must be a size");
    }

    @Test
    void rates() {
        sources.set("dashscope.submit-rate", "5 / s");

        assertThat(sources.settings().cloud().submitRate()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"2", "0/s", "2/m", "-2/s", "0.5/s"})
    void whatIsNoRate(String written) {
        sources.set("dashscope.submit-rate", written);

        problems().containsExactly("dashscope.submit-rate=" + written + ": must be a rate such as 2/s");
    }

    @ParameterizedTest
    @CsvSource({
        "shuttle.sftp.uri,sftp:mill:secret@host/pictures,must hold no password",
        "shuttle.sftp.uri,sftp:mill@host/pictures?password=secret,must hold no password",
        "shuttle.sftp.out.uri,sftp:mill@host/results?privateKeyPassphrase=secret,must hold no password",
        "shuttle.sftp.uri,ftp:mill@host/pictures,must begin with sftp:",
        "shuttle.sftp.out.uri,ftp:mill@host/results,must begin with sftp:",
        "shuttle.ftp.uri,ftp:mill@host,must name a folder",
    })
    void anAddressOfAServerIsToldWithoutWhatStandsInIt(String key, String value, String allowed) {
        sources.set(key, value);

        problems().singleElement().asString().startsWith(key + "=…: ").contains(allowed);
    }

    @ParameterizedTest
    @CsvSource({"sftp:mill@host/pictures", "sftp://mill@host:22/pictures/results", "sftp:other@HOST/pictures/"})
    void resultsMayNotGoWherePicturesAreFetched(String out) {
        sources.set("shuttle.sftp.uri", "sftp:mill@host/pictures");
        sources.set("shuttle.sftp.out.uri", out);

        problems()
                .singleElement()
                .asString()
                .startsWith("shuttle.sftp.out.uri=")
                .contains("outside");
    }

    @Test
    void resultsMayGoBesideThePictures() {
        sources.set("shuttle.sftp.uri", "sftp:mill@host/pictures");
        sources.set("shuttle.sftp.out.uri", "sftp:mill@host/pictures-done");

        assertThat(sources.settings().remotes().out().address()).isEqualTo("sftp:mill@host/pictures-done");
    }

    @ParameterizedTest
    @CsvSource({
        "shuttle.fallback,wait,'must be one of local, hold, fail'",
        "shuttle.inbox.recursive,yes,must be true or false",
        "shuttle.concurrency,0,must be a whole number from 1 to 1024",
        "shuttle.max-pixels,many,must be a whole number",
        "shuttle.locale,fr,'must be zh-CN or en'",
        "shuttle.journal.url,jdbc:mysql://db/shuttle,must begin with jdbc:sqlite: or jdbc:postgresql:",
        "shuttle.journal.url,jdbc:postgresql://db/shuttle?ssl=true&preferquerymode=SIMPLE,must not choose preferQueryMode=simple",
        "dashscope.base-url,dashscope.aliyuncs.com,must be an http or https address",
        "dashscope.base-url,ftp://dashscope.aliyuncs.com,must be an http or https address",
        "dashscope.strength,1.5,must be a number from 0",
        "dashscope.strength,NaN,must be a number from 0",
        "dashscope.seed,-1,must be a whole number from 0",
        "dashscope.retries,21,must be a whole number from 0 to 20",
        "dashscope.breaker.sliding-window-type,SLOTS,'must be one of count_based, time_based'",
        "dashscope.breaker.failure-rate-threshold,0,must be a number from 1",
        "dashscope.prompt,'',needs a value",
        "shuttle.node,a mill,'must be 1 to 64 letters, digits'",
        "shuttle.node.lease,1s,must be 3s or more",
        "dashscope.account,../a,'must be 1 to 64 letters, digits'",
    })
    void aValueThatDoesNotFitIsToldWithItsKeyAndWhatIsAllowed(String key, String value, String allowed) {
        sources.set(key, value);

        problems()
                .singleElement()
                .asString()
                .startsWith(key + "=" + value + ": ")
                .contains(allowed);
    }

    @Test
    void allProblemsAreToldAtOnceAlsoThoseOfOneGroup() {
        sources.set("dashscope.retries", "-1")
                .set("dashscope.seed", "x")
                .set("dashscope.deadline", "soon")
                .set("shuttle.inbox.settle", "1")
                .set("shuttle.max-file-size", "0")
                .set("dashscope.breaker.sliding-window-size", "0");

        problems()
                .hasSize(6)
                .anyMatch(problem -> problem.startsWith("dashscope.retries=-1:"))
                .anyMatch(problem -> problem.startsWith("dashscope.seed=x:"))
                .anyMatch(problem -> problem.startsWith("dashscope.deadline=soon:"))
                .anyMatch(problem -> problem.startsWith("shuttle.inbox.settle=1:"))
                .anyMatch(problem -> problem.startsWith("shuttle.max-file-size=0:"))
                .anyMatch(problem -> problem.startsWith("dashscope.breaker.sliding-window-size=0:"));
    }

    @Test
    void theFirstPollMustComeBeforeTheDeadline() {
        sources.set("dashscope.poll-initial", "10m");

        problems().singleElement().asString().contains("dashscope.poll-initial", "shorter than dashscope.deadline");
    }

    @ParameterizedTest
    @CsvSource({
        "shuttle.inbox,a,shuttle.outbox,a",
        "shuttle.inbox,a/in,shuttle.outbox,a",
        "shuttle.inbox,a,shuttle.work,a/work",
        "shuttle.outbox,out/../x,shuttle.work,x/y",
    })
    void foldersLieApart(String key, String path, String otherKey, String otherPath) {
        sources.set(key, folder + "/" + path).set(otherKey, folder + "/" + otherPath);

        problems().singleElement().asString().contains(key, "must lie apart from " + otherKey);
    }

    @Test
    void foldersWithACommonBeginningOfTheirNamesLieApart() {
        sources.set("shuttle.inbox", folder + "/in").set("shuttle.outbox", folder + "/in-and-out");

        assertThat(sources.settings().folders().outbox()).isEqualTo(folder.resolve("in-and-out"));
    }

    @Test
    void aPasswordInTheJournalsAddressIsRefusedAndNotRepeated() {
        sources.file("shuttle.journal.url=jdbc:postgresql://db/shuttle?user=mill&password=woven");

        problems()
                .singleElement()
                .asString()
                .contains("shuttle.journal.url", "shuttle.journal.password")
                .doesNotContain("woven");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,zh", "zh,zh", "en,en", "en-GB,en"})
    void languages(String written, String language) {
        sources.set("shuttle.locale", written);

        assertThat(sources.settings().locale().getLanguage()).isEqualTo(language);
    }

    @Test
    void withoutALanguageTheSystemsIsTakenAsFarAsThereIsOne() {
        assertThat(sources.settings().locale()).isIn(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void theEmulatorTakesTheCloudsPlaceAndNothingElseChanges() {
        sources.environment("DASHSCOPE_API_KEY", "sk-real").set("shuttle.fallback", "hold");
        Settings settings = sources.settings();
        Settings other = new Sources(folder).settings();

        Settings changed = settings.withCloud(other.cloud()).withFallback(Fallback.FAIL);

        assertThat(changed.cloudIsOn()).isFalse();
        assertThat(changed.fallback()).isEqualTo(Fallback.FAIL);
        assertThat(changed.folders()).isEqualTo(settings.folders());
        assertThat(changed.intake()).isEqualTo(settings.intake());
    }
}
