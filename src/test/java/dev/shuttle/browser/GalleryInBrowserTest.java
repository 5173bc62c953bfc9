package dev.shuttle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.report.gallery.Gallery;
import dev.shuttle.rig.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gallery as it opens from disk. */
class GalleryInBrowserTest {
    private static final int MANY = 600;
    private static final String NAME = "\"<img src=x onerror=alert(1)>& 牡丹 شقائق 🌺.png";
    private static final HasTextOptions SEEN = new HasTextOptions().setUseInnerText(true);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path root;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    /** The demo's size: one job of each kind. */
    @SuppressWarnings("NullAway.Init")
    private static FinishedJobs few;

    /** More than a page would bear. */
    @SuppressWarnings("NullAway.Init")
    private static Path many;

    @BeforeAll
    static void jobs() throws Exception {
        chromium = Chromium.start();
        few = new FinishedJobs(root.resolve("few"));
        byte[] picture = Pictures.encoded(Pictures.picture(3, 320, 240), "png");
        few.rejected("notes.jpg");
        few.failed("river.png", picture);
        few.local(NAME, Pictures.encoded(Pictures.picture(5, 240, 320), "png"), "faithful");
        Path emulated = few.emulated("peony.png", picture, "pixel_art");
        many = Files.createDirectories(root.resolve("many"));
        for (int i = 0; i < MANY; i++) {
            copy(emulated, i);
        }
        new Gallery(many, null).refresh();
    }

    private static void copy(Path job, int number) throws Exception {
        Path folder = Files.createDirectories(many.resolve("peony-" + number));
        String report = Files.readString(job.resolve("report.json"))
                .replaceFirst("\"job\" : \"[^\"]*\"", "\"job\" : \"job-" + number + "\"")
                .replaceFirst("\"name\" : \"[^\"]*\"", "\"name\" : \"picture " + number + ".png\"");
        Path json = Files.writeString(folder.resolve("report.json"), report);
        Files.setLastModifiedTime(json, FileTime.fromMillis(1_700_000_000_000L + 60_000L * number));
        Disk.linkOrCopy(job.resolve("peony.thumbnail.jpg"), folder.resolve("peony.thumbnail.jpg"));
    }

    @AfterEach
    void closePages() {
        chromium.close();
    }

    private static Page open(Path outbox, Look look) {
        Page page = chromium.open(outbox.resolve("index.html"), look);
        page.locator("html[data-ready]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return page;
    }

    static Stream<Look> looks() {
        return Stream.of(Look.ENGLISH, Look.ENGLISH.chinese().dark(), Look.ENGLISH.narrow());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void thePageHasNoSeriousFaultForThoseWhoDoNotSee(Look look) {
        Page page = open(few.folder(), look);
        page.locator("label[for=" + (look.language().equals("zh-CN") ? "in-zh" : "in-en") + "]")
                .click();
        Chromium.shootWhole(page, "gallery-" + look);

        assertThat(Accessibility.faults(page)).isEmpty();
    }

    @Test
    void jobsOfEveryKindAreShownAsWhatTheyAreNewestFirst() {
        Page page = open(few.folder(), Look.ENGLISH);

        Locator cards = page.locator(".card");
        PlaywrightAssertions.assertThat(cards).hasCount(4);
        PlaywrightAssertions.assertThat(cards.nth(0)).containsText("EMULATED");
        PlaywrightAssertions.assertThat(cards.nth(1).locator(".name")).hasText(NAME);
        PlaywrightAssertions.assertThat(cards.nth(2)).containsText("Failed");
        PlaywrightAssertions.assertThat(cards.nth(3)).containsText("NOT_A_PICTURE");
        PlaywrightAssertions.assertThat(page.locator("img[onerror]")).hasCount(0);
    }

    @Test
    void aCardLeadsToTheReportAndBack() {
        Page page = open(few.folder(), Look.ENGLISH);

        page.locator(".card a").nth(2).click();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("river.png");
        page.locator(".brand a").click();

        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Gallery", SEEN);
    }

    @Test
    void searchingAndChoosingNarrowWhatIsShownAndAreKept() {
        Page page = open(few.folder(), Look.ENGLISH);

        page.locator("input[name=q]").fill("牡丹");
        PlaywrightAssertions.assertThat(page.locator(".count")).hasText("1 of 4 jobs");
        page.locator("input[name=q]").fill("");
        page.locator("select[name=path]").selectOption("emulated");
        PlaywrightAssertions.assertThat(page.locator(".card")).hasCount(1);
        page.reload();

        PlaywrightAssertions.assertThat(page.locator(".count")).hasText("1 of 4 jobs");
        page.locator("input[name=q]").fill("nowhere");
        PlaywrightAssertions.assertThat(page.locator(".none")).isVisible();
    }

    @Test
    void hundredsOfJobsScrollWithAFewCardsAtATime() {
        Page page = open(many, Look.ENGLISH);
        PlaywrightAssertions.assertThat(page.locator(".count")).hasText("600 jobs");

        page.keyboard().press("End");
        PlaywrightAssertions.assertThat(page.locator(".card .name", named("picture 0.png")))
                .isInViewport();

        assertThat(page.locator(".card").count()).isLessThan(80);
        PlaywrightAssertions.assertThat(page.locator(".card").last()).hasAttribute("aria-posinset", "600");
    }

    @Test
    void theOrderCanBeTurned() {
        Page page = open(many, Look.ENGLISH);

        page.locator("select[name=sort]").selectOption("oldest");

        PlaywrightAssertions.assertThat(page.locator(".card .name").first()).hasText("picture 0.png");
    }

    @Test
    void theKeyboardGoesFromCardToCardBeyondWhatWasThere() {
        Page page = open(many, Look.ENGLISH);

        fortyTabs(page);

        PlaywrightAssertions.assertThat(page.locator(".card a:focus .name"))
                .hasText("picture " + (MANY - 1 - 40) + ".png");
    }

    @Test
    void theKeyboardDoesNotOutrunThePageOfABusyMachine() {
        Page page = open(many, Look.ENGLISH);
        page.evaluate("window.requestAnimationFrame = () => 0");

        fortyTabs(page);

        PlaywrightAssertions.assertThat(page.locator(".card a:focus .name"))
                .hasText("picture " + (MANY - 1 - 40) + ".png");
    }

    private static void fortyTabs(Page page) {
        page.locator(".card a").first().focus();
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
        }
    }

    @Test
    void aJobThatEndsWhileThePageIsOpenComes() throws Exception {
        FinishedJobs jobs = new FinishedJobs(root.resolve("growing"));
        jobs.rejected("first.jpg");
        Page page = open(jobs.folder(), Look.ENGLISH);
        PlaywrightAssertions.assertThat(page.locator(".card")).hasCount(1);

        jobs.rejected("second.jpg");
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

        PlaywrightAssertions.assertThat(page.locator(".card")).hasCount(2);
        PlaywrightAssertions.assertThat(page.locator(".card .name").first()).hasText("second.jpg");
    }

    @Test
    void aFolderThatWasDeletedByHandSaysSo() throws Exception {
        FinishedJobs jobs = new FinishedJobs(root.resolve("deleted"));
        Path gone = jobs.local("peony.png", Pictures.encoded(Pictures.picture(1, 64, 48), "png"), "faithful");
        Disk.deleteTree(gone);

        Page page = chromium.page(Look.ENGLISH);
        page.navigate(jobs.folder().resolve("index.html").toUri().toString());

        PlaywrightAssertions.assertThat(page.locator(".card")).containsText("No longer here");
    }

    @Test
    void withoutScriptsTheNewestJobsAreThere() {
        Page page = chromium.open(many.resolve("index.html"), Look.ENGLISH.withoutScripts());

        PlaywrightAssertions.assertThat(page.locator(".card")).hasCount(60);
        PlaywrightAssertions.assertThat(page.locator(".card .name").first()).hasText("picture 599.png");
        PlaywrightAssertions.assertThat(page.locator("noscript p")).isVisible();
        PlaywrightAssertions.assertThat(page.locator(".choice-bar")).isHidden();
    }

    @Test
    void nothingIsAskedOfAnybodyAndThePolicyHolds() {
        try (Chromium another = Chromium.start()) {
            Page page = another.open(few.folder().resolve("index.html"), Look.ENGLISH);
            page.locator("html[data-ready]")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));

            assertThat(another.requests()).isNotEmpty().allMatch(address -> address.startsWith("file:"));
            assertThat(another.complaints()).isEmpty();
        }
    }

    private static Page.LocatorOptions named(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
