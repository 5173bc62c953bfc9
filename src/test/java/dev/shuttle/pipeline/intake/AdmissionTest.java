package dev.shuttle.pipeline.intake;

import static dev.shuttle.pipeline.job.Jobs.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.JobState.Admitted;
import dev.shuttle.pipeline.job.JobState.Rejected;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.MemoryJournal;
import dev.shuttle.pipeline.job.Order;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.settings.Settings.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AdmissionTest {
    private static final long MAX_FILE_SIZE = 20_000;
    private static final long MAX_PIXELS = 1_000_000;

    @TempDir
    private Path folder = Path.of("");

    private Path inbox = folder;
    private Path work = folder;
    private final Journal journal = new MemoryJournal();
    private Admission admission = admission("weaving_machine");

    private Admission admission(String preset) {
        return admission(preset, MAX_PIXELS);
    }

    private Admission admission(String preset, long pixels) {
        return new Admission(
                new Intake(
                        Duration.ofSeconds(1),
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        true,
                        preset,
                        MAX_FILE_SIZE,
                        pixels,
                        ""),
                Presets.load(folder.resolve("presets")),
                new Cards(folder.resolve("cards")),
                folder.resolve("outbox"),
                journal,
                InstantSource.fixed(NOON));
    }

    @BeforeEach
    void folders() throws IOException {
        inbox = Files.createDirectory(folder.resolve("inbox"));
        work = Files.createDirectory(folder.resolve("work"));
        admission = admission("weaving_machine");
    }

    private JobFolder claimed(String path, byte[] bytes) throws IOException {
        Path file = inbox.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return new Claim(work, InstantSource.fixed(NOON), new Random(path.hashCode())).take(file, inbox, Origin.INBOX);
    }

    private Job admit(JobFolder claimed) throws IOException {
        return admission.admit(claimed);
    }

    private ObjectAssert<Problem> problem(String path, byte[] bytes) throws IOException {
        Job job = admit(claimed(path, bytes));
        assertThat(journal.find(job.id()).orElseThrow().state())
                .as("the journal has it as admitted, until it lies in the outbox")
                .isInstanceOf(Admitted.class);
        return assertThat(job.state())
                .asInstanceOf(type(Rejected.class))
                .extracting(Rejected::problem)
                .satisfies(problem -> assertThat(problem.hint()).isNotBlank())
                .asInstanceOf(type(Problem.class));
    }

    @Test
    void aPictureIsAdmittedWithWhatItsBytesSay() throws Exception {
        byte[] bytes = Arrivals.picture("png", 60, 80);

        Job job = admit(claimed("牡丹.png", bytes));

        assertThat(job.state()).isEqualTo(new Admitted(NOON, null));
        assertThat(job.source().name()).isEqualTo("牡丹.png");
        assertThat(job.source().from()).isEqualTo(Origin.INBOX);
        assertThat(job.source().bytes()).isEqualTo(bytes.length);
        assertThat(job.source().sha256()).isEqualTo(Disk.sha256(bytes));
        assertThat(job.source().format()).isEqualTo("png");
        assertThat(job.source().width()).isEqualTo(60);
        assertThat(job.source().height()).isEqualTo(80);
        assertThat(job.timings().admit()).isNotNull();
        assertThat(journal.find(job.id())).contains(job);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "bmp", "gif", "tiff"})
    void theFirstBytesTellTheFormatAndNotTheName(String format) throws Exception {
        Job job = admit(claimed("wrong-name.webp", Arrivals.picture(format, 60, 80)));

        assertThat(job.source().format()).isEqualTo(format);
        assertThat(job.isFinal()).isFalse();
    }

    @Test
    void aTextIsNoPictureWhateverItsName() throws Exception {
        problem("peony.png", "not a picture at all".getBytes(UTF_8))
                .satisfies(told -> assertThat(told.code()).isEqualTo("NOT_A_PICTURE"))
                .satisfies(told -> assertThat(told.message()).startsWith("peony.png: "));
    }

    @Test
    void anEmptyFileIsToldAsSuch() throws Exception {
        problem("peony.png", new byte[0])
                .satisfies(told -> assertThat(told.code()).isEqualTo("EMPTY_FILE"))
                .satisfies(told -> assertThat(told.message()).startsWith("peony.png: "));
    }

    @Test
    void aPictureThatEndsInItsHeaderIsTruncated() throws Exception {
        problem("peony.png", Arrays.copyOf(Arrivals.picture("png", 60, 80), 20))
                .satisfies(told -> assertThat(told.code()).isEqualTo("TRUNCATED_PICTURE"))
                .satisfies(told -> assertThat(told.message()).startsWith("peony.png: "));
    }

    @Test
    void aWeaveThatCannotBeHeldIsRefusedBeforeItIsBegun() throws Exception {
        byte[] ticket = """
                fabric: {ends: 10000, picks: 9900, ends_per_cm: 50, picks_per_cm: 50}
                structure: samitum
                wefts: 8
                repeat: mirror
                """.getBytes(UTF_8);
        Files.write(inbox.resolve("peony.png.yaml"), ticket);
        admission = admission("weaving_machine", 100_000_000);

        problem("peony.png", Arrivals.picture("png", 60, 80))
                .satisfies(told -> assertThat(told.code()).isEqualTo("DESIGN_TOO_LARGE"))
                .satisfies(told -> assertThat(told.message()).contains("peony.png", "20000 × 19800", "MB"))
                .satisfies(told -> assertThat(told.hint()).contains(" × ", "fewer wefts", "-Xmx"));
    }

    @Test
    void aPictureWithoutAreaIsRefused() throws Exception {
        problem("peony.png", Arrivals.pngThatClaims(0, 80))
                .satisfies(told -> assertThat(told.code()).isEqualTo("UNSUPPORTED_PICTURE"));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread() throws Exception {
        problem("peony.png", new byte[(int) MAX_FILE_SIZE + 1])
                .satisfies(told -> assertThat(told.code()).isEqualTo("FILE_TOO_LARGE"))
                .satisfies(told -> assertThat(told.message()).contains("peony.png", "20001", "20000"))
                .satisfies(told -> assertThat(told.hint()).contains("shuttle.max-file-size"));
    }

    @Test
    void aPictureThatClaimsTenThousandMillionPixelsIsRefusedBeforeOneIsDecoded() throws Exception {
        problem("bomb.png", Arrivals.pngThatClaims(100_000, 100_000))
                .satisfies(told -> assertThat(told.code()).isEqualTo("TOO_MANY_PIXELS"))
                .satisfies(told -> assertThat(told.message()).contains("bomb.png", "10000000000", "1000000"))
                .satisfies(told -> assertThat(told.hint()).contains("shuttle.max-pixels"));
    }

    @Test
    void sidesWhoseProductOverflowsAreRefusedToo() throws Exception {
        problem("bomb.png", Arrivals.pngThatClaims(Integer.MAX_VALUE, Integer.MAX_VALUE))
                .satisfies(told -> assertThat(told.code()).isEqualTo("TOO_MANY_PIXELS"));
    }

    @Test
    void aPictureOfExactlyTheLimitIsAdmitted() throws Exception {
        assertThat(admit(claimed("a.png", Arrivals.picture("png", 1000, 1000))).isFinal())
                .isFalse();
    }

    @Test
    void theFirstFolderNamesThePreset() throws Exception {
        byte[] png = Arrivals.picture("png", 60, 80);

        assertThat(admit(claimed("a.png", png)).order()).isEqualTo(Order.preset("weaving_machine"));
        assertThat(admit(claimed("damask/b.png", png)).order()).isEqualTo(Order.preset("damask"));
        assertThat(admit(claimed("damask/tapestry/c.png", png)).order()).isEqualTo(Order.preset("damask"));
    }

    @Test
    void aFolderThatIsNoPresetIsToldWithThoseThatAre() throws Exception {
        problem("damsk/peony.png", Arrivals.picture("png", 60, 80))
                .satisfies(told -> assertThat(told.code()).isEqualTo("UNKNOWN_PRESET"))
                .satisfies(told -> assertThat(told.message()).contains("peony.png", "damsk"))
                .satisfies(told -> assertThat(told.hint()).contains("damask, ", "weaving_machine"));
    }

    private JobFolder claimedWithTicket(String path, String ticket) throws IOException {
        Path file = inbox.resolve(path + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, ticket);
        return claimed(path, Arrivals.picture("png", 60, 80));
    }

    private ObjectAssert<Problem> refused(String ticket) throws IOException {
        JobFolder claimed = claimedWithTicket("peony.png", ticket);
        Job job = admit(claimed);
        assertThat(admission
                        .again(journal.find(job.id()).orElseThrow(), claimed)
                        .state())
                .as("after a restart it is told the same")
                .isEqualTo(job.state());
        return assertThat(job.state())
                .asInstanceOf(type(Rejected.class))
                .extracting(Rejected::problem)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("BAD_TICKET"))
                .asInstanceOf(type(Problem.class));
    }

    @Test
    void theTicketIsInTheJournalWithTheJob() throws Exception {
        Job job = admit(claimedWithTicket("peony.png", "colours: 5\ncloud: false\nfabric: {width_cm: 20}"));

        Order order = journal.find(job.id()).orElseThrow().order();
        assertThat(order.preset()).isEqualTo("weaving_machine");
        assertThat(order.ticket().given())
                .isEqualTo(Map.of("colours", 5, "cloud", false, "fabric", Map.of("width_cm", 20.0)));
        assertThat(order.cloud()).isFalse();
    }

    @Test
    void theTicketsPresetBeatsTheFolders() throws Exception {
        assertThat(admit(claimedWithTicket("damask/a.png", "preset: tapestry"))
                        .order()
                        .preset())
                .isEqualTo("tapestry");
        assertThat(admit(claimedWithTicket("damask/b.png", "colours: 3"))
                        .order()
                        .preset())
                .isEqualTo("damask");
    }

    @Test
    void aBadTicketRejectsWithKeyLineAndWhatIsAllowed() throws Exception {
        refused("preset: damask\ncolors: 5")
                .satisfies(told ->
                        assertThat(told.message()).contains("peony.png", "line 2", "colors", "did you mean colours?"));
    }

    @Test
    void aPresetThatIsNotThereIsToldWithTheNearest() throws Exception {
        refused("preset: damsk")
                .satisfies(told -> assertThat(told.message()).contains("damsk", "did you mean damask?"))
                .satisfies(told -> assertThat(told.hint()).contains("weaving_machine"));
    }

    @Test
    void aFabricBeyondTheLimitOfPixelsIsRefusedBeforeAThreadOfIt() throws Exception {
        refused("fabric: {ends: 2000, picks: 2000}")
                .satisfies(told -> assertThat(told.message()).contains("2000 × 2000", "1000000"))
                .satisfies(told -> assertThat(told.hint()).contains("shuttle.max-pixels"));
    }

    @Test
    void whatDoesNotGoWithThePresetIsToldWithIt() throws Exception {
        Files.createDirectories(folder.resolve("presets"));
        Files.writeString(folder.resolve("presets/mine.yaml"), "pinned: ['#ffffff', '#000000', '#ff0000']");
        Job job = admission("mine").admit(claimedWithTicket("peony.png", "colours: 2"));

        assertThat(job.state())
                .asInstanceOf(type(Rejected.class))
                .extracting(rejected -> rejected.problem().message())
                .asString()
                .contains("3 pinned and protected colours are more than the 2 of the loom image", "mine");
    }

    @Test
    void theYarnCardIsCopiedSoThatLaterChangesChangeNothing() throws Exception {
        Files.createDirectories(folder.resolve("cards"));
        Path card = Files.writeString(folder.resolve("cards/wool.gpl"), "GIMP Palette\n200 16 46 red\n255 255 255\n");

        JobFolder claimed = claimedWithTicket("peony.png", "palette: wool.gpl");
        Job job = admit(claimed);
        Files.writeString(card, "nonsense");

        assertThat(job.isFinal()).isFalse();
        assertThat(Cards.of(claimed)).containsExactly(Rgb.of(0xC8102E), Rgb.WHITE);
        assertThat(admission.again(job, claimed)).isEqualTo(job);
        assertThat(claimed.requireSource()).hasFileName("peony.png");
    }

    @Test
    void aCardThatIsNotThereIsToldWithThoseThatAre() throws Exception {
        Files.createDirectories(folder.resolve("cards"));
        Files.writeString(folder.resolve("cards/silk.gpl"), "GIMP Palette\n200 16 46 red\n");

        refused("palette: wool.gpl")
                .satisfies(told -> assertThat(told.message()).contains("wool.gpl"))
                .satisfies(told -> assertThat(told.hint()).contains("silk.gpl"));
    }

    @Test
    void aCardThatIsNoCardIsToldWithWhatIsWrongInIt() throws Exception {
        Files.createDirectories(folder.resolve("cards"));
        Files.writeString(folder.resolve("cards/wool.gpl"), "GIMP Palette\nred\n");

        refused("palette: wool.gpl")
                .satisfies(told -> assertThat(told.message()).contains("wool.gpl"));
    }

    @Test
    void aRejectedPictureStaysUntouched() throws Exception {
        JobFolder claimed = claimed("peony.png", "no picture".getBytes(UTF_8));

        admit(claimed);

        assertThat(claimed.requireSource()).hasContent("no picture");
    }

    @Test
    void aClaimThatAKillCutShortOfTheJournalIsAdmittedAsItWouldHaveBeen() throws Exception {
        JobFolder claimed = claimed("damask/peony.png", Arrivals.picture("png", 60, 80));

        Optional<Job> job = admission.readmit(claimed);

        assertThat(job).isPresent();
        assertThat(job.orElseThrow().order()).isEqualTo(Order.preset("damask"));
        assertThat(job.orElseThrow().id().value()).isEqualTo(claimed.jobId());
        assertThat(journal.find(job.orElseThrow().id())).isEqualTo(job);
    }

    @Test
    void aClaimThatNeverGotItsFileIsClearedAway() throws Exception {
        JobFolder claimed = JobFolder.of(work, "260115-040000-k3f9xq");
        Files.createDirectories(claimed.root().resolve("inbox/damask"));

        assertThat(admission.readmit(claimed)).isEmpty();
        assertThat(claimed.root()).doesNotExist();
    }

    @Test
    void admittedTwiceItIsOneJob() throws Exception {
        JobFolder claimed = claimed("peony.png", Arrivals.picture("png", 60, 80));

        Job first = admit(claimed);
        Job second = admit(claimed);

        assertThat(second).isEqualTo(first);
        assertThat(journal.history(first.id())).hasSize(1);
    }

    @Test
    void lookedAtAgainTheSamePictureGetsTheSameAnswer() throws Exception {
        JobFolder good = claimed("damask/peony.png", Arrivals.picture("png", 60, 80));
        JobFolder bad = claimed("text.png", "no picture".getBytes(UTF_8));
        Job admitted = admit(good);
        Job rejected = admit(bad);

        assertThat(admission.again(admitted, good)).isEqualTo(admitted);
        assertThat(admission.again(journal.find(rejected.id()).orElseThrow(), bad))
                .isEqualTo(rejected);
    }

    @Test
    void aHeldJobThatIsLookedAtAgainStaysHeld() throws Exception {
        JobFolder claimed = claimed("peony.png", Arrivals.picture("png", 60, 80));
        Job held = journal.record(admit(claimed).in(new Admitted(NOON, "BREAKER_OPEN")));

        assertThat(admission.again(held, claimed).state()).isEqualTo(new Admitted(NOON, "BREAKER_OPEN"));
    }
}
