package dev.shuttle.app;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.Limits;
import dev.shuttle.emulator.When;
import dev.shuttle.ops.doctor.Bundle;
import dev.shuttle.ops.doctor.Doctor;
import dev.shuttle.ops.doctor.DoctorContext;
import dev.shuttle.ops.doctor.Finding;
import dev.shuttle.ops.doctor.Records;
import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.pipeline.job.Jobs;
import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.rig.Folder;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which fault an examination names, against an emulator that has the fault. */
class DoctorTest {
    private static final String KEY = "sk-0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String MODEL = "wanx2.1-imageedit";
    private static final DoctorContext.Wishes FREE = new DoctorContext.Wishes(false, false);
    private static final DoctorContext.Wishes PAID = new DoctorContext.Wishes(true, false);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Folder folder;

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Records records = new Records();
    private Emulator cloud = emulator(InstantSource.system());

    @BeforeEach
    void aMillThatIsWell() throws IOException {
        folder = new Folder(root);
        for (Path each : List.of(folder.inbox(), folder.outbox(), folder.work())) {
            Files.createDirectories(each);
        }
        settings.putAll(folder.settings());
        // What an examination runs; whether all that are shipped can be read is another test's.
        Path routes = Files.createDirectories(root.resolve("routes"));
        for (String file : List.of("31-dashscope.camel.yaml", "34-http.camel.yaml")) {
            Files.copy(Path.of("routes", file), routes.resolve(file));
        }
        settings.put("shuttle.routes", routes.toString());
        settings.put("dashscope.submit-rate", "2/s");
        settings.put("dashscope.poll-rate", "20/s");
        settings.put("dashscope.connect-timeout", "2s");
        settings.put("dashscope.models", MODEL);
        environment.put("DASHSCOPE_API_KEY", KEY);
        environment.put("DASHSCOPE_HTTP_BASE_URL", cloud.baseUrl().toString());
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void whereAllIsWellNothingFailsAndTheCloudMakesAPicture() {
        List<Finding> findings = examine(PAID);

        assertThat(findings)
                .noneMatch(finding -> finding.level() == Finding.Level.FAIL || finding.level() == Finding.Level.WARN);
        assertThat(Doctor.isWell(findings)).isTrue();
        assertThat(named(findings, "submit").seen().en()).contains("emulator", "task ", "request ");
        assertThat(cloud.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void theTrialTakesTheRouteAsItStandsInItsFile() throws IOException {
        Path file = root.resolve("routes/31-dashscope.camel.yaml");
        String step = "- to: { id: http-post, uri: direct:http,";
        String own = "- throwException: { id: own-step, exceptionType: java.net.ConnectException, message: no way,";
        Files.writeString(file, Files.readString(file).replace(step, own));

        Finding submit = named(examine(PAID), "submit");

        assertThat(submit.seen().en()).contains("CONNECT_FAILED");
        assertThat(cloud.ledger().accepted()).isZero();
    }

    @Test
    void withoutAWishNothingIsSubmitted() {
        List<Finding> findings = examine(FREE);

        assertThat(cloud.ledger().accepted()).isZero();
        assertThat(named(findings, "submit").level()).isEqualTo(Finding.Level.SKIP);
        assertThat(named(findings, "models").seen().en()).contains("cannot be known without a paid call");
        assertThat(named(findings, "account").level()).isEqualTo(Finding.Level.SKIP);
    }

    @Test
    void noKeyIsNamed() {
        environment.remove("DASHSCOPE_API_KEY");

        assertThat(failed(examine(FREE))).containsExactly("key");
    }

    @Test
    void aWrongKeyIsNamed() {
        environment.put("DASHSCOPE_API_KEY", KEY.replace('0', '1'));

        List<Finding> findings = examine(FREE);

        assertThat(failed(findings)).containsExactly("authentication");
        assertThat(named(findings, "authentication").seen().en()).contains("InvalidApiKey", "wrong");
    }

    @Test
    void aKeyThatWasCopiedWithALineBreakIsNamedAndNotSent() {
        environment.put("DASHSCOPE_API_KEY", KEY + "\n" + KEY);

        List<Finding> findings = examine(FREE);

        assertThat(failed(findings)).containsExactly("key");
        assertThat(named(findings, "authentication").level()).isEqualTo(Finding.Level.SKIP);
        assertThat(findings.toString()).doesNotContain(KEY);
    }

    @Test
    void aRegionWithoutTheModelIsNamedBeforeAnythingIsSentThere() {
        environment.put("DASHSCOPE_HTTP_BASE_URL", "https://dashscope-intl.aliyuncs.com/api/v1");

        List<Finding> findings = examine(FREE);

        assertThat(failed(findings)).containsExactly("address");
        assertThat(named(findings, "address").seen().en()).contains("Singapore", MODEL);
        assertThat(named(findings, "network").level()).isEqualTo(Finding.Level.SKIP);
    }

    @Test
    void anAddressForChatModelsIsNamed() {
        environment.put("DASHSCOPE_HTTP_BASE_URL", "https://dashscope.aliyuncs.com/compatible-mode/v1");

        assertThat(failed(examine(FREE))).containsExactly("address");
    }

    @Test
    void noNameServerIsNamed() {
        environment.put("DASHSCOPE_HTTP_BASE_URL", "https://dashscope.invalid/api/v1");

        List<Finding> findings = examine(FREE);

        assertThat(failed(findings)).containsExactly("network");
        assertThat(named(findings, "network").seen().en()).contains("no network", "dashscope.invalid");
    }

    @Test
    void aServiceThatCannotBeReachedIsNamed() throws IOException {
        environment.put("DASHSCOPE_HTTP_BASE_URL", "http://127.0.0.1:" + closedPort() + "/api/v1");

        List<Finding> findings = examine(FREE);

        assertThat(failed(findings)).containsExactly("network");
        assertThat(named(findings, "network").seen().en()).contains("no network");
    }

    @Test
    void whoSetAProxyThatJavaDoesNotReadIsTold() throws IOException {
        environment.put("DASHSCOPE_HTTP_BASE_URL", "http://127.0.0.1:" + closedPort() + "/api/v1");
        environment.put("HTTPS_PROXY", "http://proxy.mill:3128");

        assertThat(String.valueOf(named(examine(FREE), "network").hint()))
                .contains("HTTPS_PROXY", "camel.component.https.proxy-host")
                .doesNotContain("proxy.mill");
    }

    @Test
    void aClockThatIsAnHourAheadIsNamed() {
        theServicesClockIs(Duration.ofHours(-1));

        List<Finding> findings = examine(FREE);

        assertThat(failed(findings)).containsExactly("clock");
        assertThat(named(findings, "clock").seen().en()).contains("60 min ahead");
    }

    @Test
    void aClockThatIsAMinuteBehindIsAWarning() {
        theServicesClockIs(Duration.ofSeconds(70));

        List<Finding> findings = examine(FREE);

        assertThat(Doctor.isWell(findings)).isTrue();
        assertThat(named(findings, "clock").level()).isEqualTo(Finding.Level.WARN);
    }

    @Test
    void anOutboxThatIsAFileIsNamed() throws IOException {
        Files.delete(folder.outbox());
        Files.createFile(folder.outbox());

        assertThat(failed(examine(FREE))).containsExactly("outbox");
    }

    @Test
    void anOutboxWhereNothingCanBeMadeIsNamedEvenToRoot() {
        settings.put("shuttle.outbox", "/proc/shuttle/outbox");

        List<Finding> findings = examine(FREE);

        assertThat(failed(findings)).containsExactly("outbox");
        assertThat(String.valueOf(named(findings, "outbox").hint())).contains("shuttle.outbox");
    }

    @Test
    void arrearsShowAtASubmit() {
        cloud.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("Arrearage"));

        List<Finding> findings = examine(PAID);

        assertThat(failed(findings)).containsExactly("submit", "account");
        assertThat(named(findings, "account").seen().en()).contains("Arrearage", "request ");
        assertThat(String.valueOf(named(findings, "account").hint())).contains("pay the bill");
    }

    @Test
    void arrearsAreReadFromTheJournalWithoutPaying() {
        aJobMet("Arrearage", "ACCOUNT", Instant.now());

        List<Finding> findings = examine(FREE);

        assertThat(failed(findings)).containsExactly("account");
        assertThat(named(findings, "account").seen().en()).contains("Arrearage", "request request-7");
        assertThat(cloud.ledger().accepted()).isZero();
    }

    @Test
    void arrearsOfLastWeekAreOnlyAWarningForSomebodyMayHavePaid() {
        aJobMet("Arrearage", "ACCOUNT", Instant.now().minus(Duration.ofDays(7)));

        assertThat(named(examine(FREE), "account").level()).isEqualTo(Finding.Level.WARN);
    }

    @Test
    void aModelThatWasNotBoughtShowsAtASubmit() {
        cloud.faults().add(When.every(Call.SUBMIT), Fault.Refuse.with("AccessDenied.Unpurchased"));

        List<Finding> findings = examine(PAID);

        assertThat(failed(findings)).containsExactly("submit", "models");
        assertThat(named(findings, "models").seen().en()).contains(MODEL, "AccessDenied.Unpurchased");
    }

    @Test
    void aModelThatWasNotOpenedIsReadFromTheJournalWithoutPaying() {
        aJobMet("Model.AccessDenied", "ACCOUNT", Instant.now());

        assertThat(failed(examine(FREE))).containsExactly("models");
    }

    @Test
    void aJournalIsNotMadeByLookingForIt() {
        examine(FREE);

        assertThat(Folder.children(folder.work())).isEmpty();
        assertThat(Folder.children(folder.inbox())).isEmpty();
        assertThat(Folder.children(folder.outbox())).isEmpty();
    }

    @Test
    void aRouteThatCannotBeReadIsNamedWithItsFile() throws IOException {
        Files.writeString(root.resolve("routes/90-own.camel.yaml"), "- route:\n    from:\n      uri: [");

        assertThat(named(examine(FREE), "routes").seen().en()).contains("90-own.camel.yaml");
    }

    @Test
    void theBundleHoldsEvidenceAndNoSecretInAnyForm() throws IOException {
        Map<String, String> secrets = Map.of(
                "DASHSCOPE_API_KEY", KEY,
                "SHUTTLE_HAWTIO_PASSWORD", "warp&weft 1/ü",
                "SHUTTLE_API_TOKEN", "token-0123456789+abc",
                "SHUTTLE_JOURNAL_PASSWORD", "journal=secret?",
                "SHUTTLE_SFTP_PASSWORD", "sftp:secret%20");
        environment.putAll(secrets);
        aJobMet("Model.AccessDenied", "ACCOUNT", Instant.now());
        Path file = root.resolve("evidence.zip");
        Path log = Files.writeString(root.resolve("shuttle.log"), "12:00 INFO sent with " + KEY + " by mistake\n");
        settings.put("shuttle.log.file", log.toString());
        Path webhook =
                Files.writeString(root.resolve("webhook"), "https://chat.example/robot/send?access_token=a1b2c3d4e5f6");
        settings.put("shuttle.alert.webhook-file", webhook.toString());
        Files.writeString(log, "12:01 INFO posted to /robot/send?access_token=a1b2c3d4e5f6\n", APPEND);

        try (DoctorClient client = client()) {
            new Bundle(client.context(environment, FREE), records, "1").write(file, examine(FREE));
        }

        Map<String, String> entries = entries(file);
        assertThat(entries.get("attempts.json")).contains("request-7", "Model.AccessDenied", "403");
        assertThat(entries.get("request.json")).contains("base_image_url", "sha256", "Bearer ***");
        assertThat(entries.get("exchanges.json")).contains("InvalidApiKey", "request_id");
        assertThat(entries.get("settings.json")).contains("DASHSCOPE_API_KEY", "(set, not shown)");
        assertThat(entries.get("log.txt"))
                .isEqualTo("12:00 INFO sent with *** by mistake\n12:01 INFO posted to ***?***\n");
        assertThat(entries.get("findings.txt")).contains("FAIL  models", "拒绝");
        for (String secret : secrets.values()) {
            for (String form : forms(secret)) {
                assertThat(entries).allSatisfy((name, text) -> assertThat(text).doesNotContain(form));
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static List<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        byte[] basic = ("shuttle:" + secret).getBytes(StandardCharsets.UTF_8);
        return List.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(basic));
    }

    private static Map<String, String> entries(Path file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(
                        entry.getName().replace("shuttle-doctor/", ""),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private void aJobMet(String code, String kind, Instant at) {
        try (JdbcJournal journal =
                JdbcJournal.open("jdbc:sqlite:" + folder.work().resolve("journal.db"), null, null)) {
            journal.admit(Jobs.admitted("peony.png", at)
                    .tried(new Attempt(MODEL, at, "submit", 403, code, "refused", "request-7", null, kind)));
        }
    }

    private void theServicesClockIs(Duration ahead) {
        cloud.close();
        cloud = emulator(InstantSource.offset(InstantSource.system(), ahead));
        environment.put("DASHSCOPE_HTTP_BASE_URL", cloud.baseUrl().toString());
    }

    private static Emulator emulator(InstantSource clock) {
        return Emulator.start(EmulatorSettings.defaults()
                .withApiKey(KEY)
                .withClock(clock)
                .withTimes(Duration.ofMillis(20), Duration.ofMillis(50))
                .withLimits(Limits.NONE));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private List<Finding> examine(DoctorContext.Wishes wishes) {
        try (DoctorClient client = client()) {
            return Doctor.of(client.context(environment, wishes), records).examine(finding -> {});
        }
    }

    private DoctorClient client() {
        Configuration configuration = configuration();
        return new DoctorClient(Settings.of(configuration), configuration, records);
    }

    private Configuration configuration() {
        return Configuration.load(settings, environment, root.resolve("shuttle.properties"));
    }

    private static Finding named(List<Finding> findings, String check) {
        return findings.stream()
                .filter(finding -> finding.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> failed(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.level() == Finding.Level.FAIL)
                .map(Finding::check)
                .toList();
    }
}
