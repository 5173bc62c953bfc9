package dev.shuttle.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.shuttle.rig.Pictures;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report's page as a designer opens it from the outbox. */
class ReportInBrowserTest {
    private static final String NAME = "\"<img src=x onerror=alert(1)>& 牡丹 شقائق 🌺.png";

    /** The text that is seen, not that of the hidden language. */
    private static final HasTextOptions SEEN = new HasTextOptions().setUseInnerText(true);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path root;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private static Path local;

    @SuppressWarnings("NullAway.Init")
    private static Path emulated;

    @SuppressWarnings("NullAway.Init")
    private static Path rejected;

    @SuppressWarnings("NullAway.Init")
    @BeforeAll
    static void jobs() throws Exception {
        chromium = Chromium.start();
        FinishedJobs jobs = new FinishedJobs(root);
        byte[] picture = Pictures.encoded(Pictures.picture(3, 320, 240), "png");
        local = jobs.fallenBack(NAME, picture, "damask").resolve("report.html");
        emulated = jobs.emulated("peony.png", picture, "faithful").resolve("report.html");
        rejected = jobs.rejected("notes.jpg").resolve("report.html");
    }

    @AfterEach
    void closePages() {
        chromium.close();
    }

    static Stream<Look> looks() {
        Look light = Look.ENGLISH;
        return Stream.of(light, light.chinese().dark(), light.narrow());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void noPageHasASeriousFaultForThoseWhoDoNotSee(Look look) {
        for (Path report : List.of(local, rejected)) {
            Page page = chromium.open(report, look);
            page.locator("label[for=" + (look.language().equals("zh-CN") ? "in-zh" : "in-en") + "]")
                    .click();
            String state = report.equals(local) ? "done" : "rejected";
            Chromium.shootWhole(page, "report-" + state + "-" + look);

            assertThat(Accessibility.faults(page)).as(report + " " + look).isEmpty();
        }
    }

    @Test
    void theSliderUncoversTheResultByMouseAndByKeys() {
        Page page = chromium.open(local, Look.ENGLISH);
        Locator slider = page.locator(".slider");

        slider.focus();
        page.keyboard().press("Home");

        PlaywrightAssertions.assertThat(page.locator(".compare")).hasAttribute("style", Pattern.compile("--cut: 0%"));
        slider.click(new Locator.ClickOptions().setPosition(30, 30));
        assertThat(Double.parseDouble(slider.inputValue())).isBetween(1.0, 20.0);
    }

    @Test
    void theResultIsSeenAsClothAsPointPaperAndAsItCameBack() {
        Page page = chromium.open(emulated, Look.ENGLISH);

        PlaywrightAssertions.assertThat(page.locator("img.cloth")).isVisible();
        page.locator("label[for=as-paper]").click();
        PlaywrightAssertions.assertThat(page.locator("img.paper")).isVisible();
        PlaywrightAssertions.assertThat(page.locator("img.cloth")).isHidden();
        page.locator("label[for=as-returned]").click();
        PlaywrightAssertions.assertThat(page.locator("img.returned")).isVisible();
    }

    @Test
    void aColourOfThePaletteShowsWhereItIs() {
        Page page = ready(local);
        Locator swatch = page.locator(".swatch[data-index='1']");

        swatch.click();

        PlaywrightAssertions.assertThat(swatch).hasAttribute("aria-pressed", "true");
        PlaywrightAssertions.assertThat(page.locator("#announce")).hasText("Only colour 1 is shown");
        page.locator("#h-threads").scrollIntoViewIfNeeded();
        Chromium.shoot(page, "report-colour-chosen");
        swatch.click();
        PlaywrightAssertions.assertThat(swatch).hasAttribute("aria-pressed", "false");
    }

    @Test
    void aClickOnThePaperChoosesTheColourUnderIt() {
        Page page = ready(local);
        Locator paper = page.locator(".threads .paper");

        paper.click(new Locator.ClickOptions().setPosition(300, 300));

        String where = where(page);
        PlaywrightAssertions.assertThat(page.locator(".swatch[aria-pressed=true]"))
                .hasCount(1);
        String index = page.locator(".swatch[aria-pressed=true]").getAttribute("data-index");
        assertThat(where).matches("End \\d+ · line \\d+ · colour " + index + " #[0-9a-f]{6}");
    }

    @Test
    void thePaperIsWalkedThreadByThreadWithTheKeys() {
        Page page = ready(local);
        page.locator(".threads .paper").focus();
        page.keyboard().press("ArrowRight");
        String before = where(page);

        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("ArrowDown");

        PlaywrightAssertions.assertThat(page.locator(".where"))
                .containsText(Pattern.compile("^End " + (end(before) + 8) + " "));
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator(".swatch[aria-pressed=true]"))
                .hasCount(1);
        page.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(page.locator(".swatch[aria-pressed=true]"))
                .hasCount(0);
    }

    @Test
    void zoomingKeepsWhatIsLookedAt() {
        Page page = ready(local);
        Locator threads = page.locator(".threads");
        double scale = scale(threads);

        page.locator(".tools .in").click();
        page.locator(".tools .in").click();
        await().untilAsserted(() -> assertThat(scale(threads)).isCloseTo(scale * 4, within(0.01)));
        Chromium.shoot(page, "report-threads");

        page.locator(".tools .whole").click();
        await().untilAsserted(() -> assertThat(scale(threads)).isLessThan(1));
    }

    private static double scale(Locator threads) {
        return Double.parseDouble(threads.getAttribute("data-scale"));
    }

    @Test
    void draggingMovesThePaper() {
        Page page = ready(local);
        Locator paper = page.locator(".threads .paper");
        paper.hover(new Locator.HoverOptions().setPosition(300, 300));
        int before = end(where(page));

        page.mouse().down();
        page.mouse()
                .move(
                        page.viewportSize().width / 2.0 - 200,
                        400,
                        new com.microsoft.playwright.Mouse.MoveOptions().setSteps(6));
        page.mouse().up();
        paper.hover(new Locator.HoverOptions().setPosition(301, 300));

        await().untilAsserted(() -> assertThat(end(where(page))).isNotEqualTo(before));
        PlaywrightAssertions.assertThat(page.locator(".swatch[aria-pressed=true]"))
                .hasCount(0);
    }

    @Test
    void theReadersLanguageAndThemeAreKept() {
        Page page = chromium.open(local, Look.ENGLISH);

        page.locator("label[for=in-zh]").click();
        page.locator(".theme").click();
        page.reload();

        PlaywrightAssertions.assertThat(page.locator("#h-pictures")).hasText("原图与成品", SEEN);
        PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.title()).endsWith("飞梭报告");
        PlaywrightAssertions.assertThat(page.locator(".theme")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void theStoryIsToldInPlainWordsAndItsIdsCanBeCopied() {
        Page page = chromium.open(local, Look.ENGLISH);

        PlaywrightAssertions.assertThat(page.locator(".story li")).hasCount(3);
        PlaywrightAssertions.assertThat(page.locator(".story li").first()).containsText("It was asked once more.");
        PlaywrightAssertions.assertThat(page.locator(".story li").nth(1)).containsText("not asked again");
        page.locator(".copy").first().click();
        PlaywrightAssertions.assertThat(page.locator("#announce")).hasText("Copied");
    }

    @Test
    void withoutScriptsTheBasicsWork() {
        Page page = chromium.open(local, Look.ENGLISH.withoutScripts());

        PlaywrightAssertions.assertThat(page.locator("img.cloth")).isVisible();
        PlaywrightAssertions.assertThat(page.locator(".loupe img")).isVisible();
        page.locator("label[for=in-zh]").click();
        PlaywrightAssertions.assertThat(page.locator("#h-pictures")).hasText("原图与成品", SEEN);
        Chromium.shoot(page, "report-without-scripts");
    }

    @Test
    void aHostileNameIsOnlyAName() {
        Page page = chromium.open(local, Look.ENGLISH);

        PlaywrightAssertions.assertThat(page.locator("h1")).hasText(NAME);
        PlaywrightAssertions.assertThat(page.locator("img[onerror]")).hasCount(0);
    }

    @Test
    void aReasonIsGivenInTheReadersLanguage() {
        Page page = chromium.open(rejected, Look.ENGLISH);
        page.locator("label[for=in-zh]").click();

        PlaywrightAssertions.assertThat(page.locator(".problem .said")).hasText("文件不是可读取的图片。", SEEN);
    }

    @Test
    void nothingIsAskedOfAnybodyAndThePolicyHolds() {
        Page page = ready(local);
        page.locator(".swatch").first().click();

        assertThat(chromium.requests()).allMatch(address -> address.startsWith("file:"));
        assertThat(chromium.complaints()).isEmpty();
        assertThat(page.evaluate("() => {const s = document.createElement('script'); s.textContent = 'window.got = 1';"
                        + " document.body.append(s); return window.got === 1}"))
                .isEqualTo(false);
    }

    private static Page ready(Path report) {
        Page page = chromium.open(report, Look.ENGLISH);
        // read, and drawn, and so measured, once the page has a frame to spare
        page.locator(".threads[data-ready][data-scale]").waitFor();
        return page;
    }

    /** The place under the hand, once the page has heard of it. */
    private static String where(Page page) {
        Locator where = page.locator(".where");
        PlaywrightAssertions.assertThat(where).containsText(Pattern.compile("^End \\d+ "));
        return where.innerText();
    }

    private static int end(String where) {
        return Integer.parseInt(where.replaceAll("End (\\d+) .*", "$1"));
    }
}
