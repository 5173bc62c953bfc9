package dev.shuttle.advisories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A library with a published fault is named, unless the decision on known faults names the fault. */
class ComparisonTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void aDecisionWithOneFault() throws Exception {
        Files.writeString(folder.resolve("decision.md"), "| CVE-2000-0001, loom-http | … |");
        Files.createDirectories(folder.resolve("osv"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.9.9, false",
        "2.0.0-beta, false",
        "2.0.0, true",
        "2.0.5, true",
        "2.0.10, false",
        "2.1, false",
        "3.0.0, true",
        "3.0.2, true",
        "3.0.3, false"
    })
    void theRangesOfVersionsAreMavens(String version, boolean affected) throws Exception {
        advisory("GHSA-a", "CVE-2000-0002", """
                {"package": {"ecosystem": "Maven", "name": "org.loom:loom-core"}, "ranges": [
                 {"type": "ECOSYSTEM", "events": [{"introduced": "2.0.0"}, {"fixed": "2.0.10"}]},
                 {"type": "ECOSYSTEM", "events": [{"introduced": "3.0.0"}, {"last_affected": "3.0.2"}]}]}
                """);

        int code = compare(version);

        assertThat(code).as(said()).isEqualTo(affected ? 1 : 0);
        assertThat(said().contains("NEW     org.loom:loom-core " + version + " GHSA-a CVE-2000-0002: a made-up fault"))
                .isEqualTo(affected);
    }

    @Test
    void aFaultThatTheDecisionNamesIsSaidAndIsNotNew() throws Exception {
        advisory("GHSA-b", "CVE-2000-0001", everyVersionOf("Maven", "org.loom:loom-core"));

        assertThat(compare("1.0")).isZero();
        assertThat(said()).contains("decided org.loom:loom-core 1.0 GHSA-b CVE-2000-0001");
    }

    @Test
    void anotherLibraryAndAnotherEcosystemAreLeftAlone() throws Exception {
        advisory("GHSA-c", "CVE-2000-0003", everyVersionOf("Maven", "org.loom:loom-core-extras"));
        advisory("GHSA-d", "CVE-2000-0004", everyVersionOf("npm", "org.loom:loom-core"));

        assertThat(compare("1.0")).isZero();
    }

    @Test
    void aVersionMayBeListedByItself() throws Exception {
        advisory("GHSA-e", "CVE-2000-0005", """
                {"package": {"ecosystem": "Maven", "name": "org.loom:loom-core"}, "versions": ["1.0", "1.2"]}
                """);

        assertThat(compare("1.1")).isZero();
        assertThat(compare("1.2")).isEqualTo(1);
    }

    @Test
    void anAdvisoryWithoutAPackageIsCountedAsNotCompared() throws Exception {
        advisory(
                "GHSA-f",
                "CVE-2000-0006",
                "{\"ranges\": [{\"type\": \"SEMVER\", \"events\": [{\"introduced\": \"0\"}]}]}");

        assertThat(compare("1.0")).isZero();
        assertThat(said()).contains("1 libraries compared with 1 advisories; 1 of them name no package");
    }

    @Test
    void advisoriesMayLieInAZip() throws Exception {
        Path zip = folder.resolve("all.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(file)) {
            entries.putNextEntry(new ZipEntry("GHSA-g.json"));
            entries.write(osv("GHSA-g", "CVE-2000-0007", everyVersionOf("Maven", "org.loom:loom-core"))
                    .getBytes(UTF_8));
        }

        assertThat(compare("1.0", zip)).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsSaidWithTwo() throws Exception {
        Files.writeString(folder.resolve("osv").resolve("broken.json"), "{");

        assertThat(compare("1.0")).isEqualTo(2);
        assertThat(said()).contains("cannot be compared").contains("broken.json is no JSON");
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private int compare(String version) throws Exception {
        return compare(version, folder.resolve("osv"));
    }

    private int compare(String version, Path advisories) throws Exception {
        Path bom = folder.resolve("bom.json");
        Files.writeString(bom, """
                {"bomFormat": "CycloneDX", "components": [{"group": "org.loom", "name": "loom-core", "version": "%s"}]}
                """.formatted(version));
        String[] args = {bom.toString(), folder.resolve("decision.md").toString(), advisories.toString()};
        return Comparison.run(args, new PrintStream(said, true, UTF_8));
    }

    private void advisory(String id, String alias, String affected) throws Exception {
        Files.writeString(folder.resolve("osv").resolve(id + ".json"), osv(id, alias, affected));
    }

    private static String osv(String id, String alias, String affected) {
        return """
                {"id": "%s", "aliases": ["%s"], "summary": "a made-up fault", "affected": [%s]}
                """.formatted(id, alias, affected);
    }

    private static String everyVersionOf(String ecosystem, String name) {
        return """
                {"package": {"ecosystem": "%s", "name": "%s"}, "ranges": [
                 {"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}
                """.formatted(ecosystem, name);
    }
}
