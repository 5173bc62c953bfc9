package dev.shuttle.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator in Hawtio, as the real program serves it. */
class HawtioInBrowserTest {
    private static final ContainsTextOptions PATIENT = new ContainsTextOptions().setTimeout(60_000);
    private static final ContainsTextOptions AS_SEEN =
            new ContainsTextOptions().setUseInnerText(true).setTimeout(60_000);
    private static final String PASSWORD = "warp-and-weft-1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path root;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private static Rig rig;

    @BeforeAll
    static void aProgramThatHasDoneTwoJobs() {
        chromium = Chromium.start();
        rig = Rig.serving(root, Map.of("SHUTTLE_HAWTIO_PASSWORD", PASSWORD), Map.of("shuttle.management.port", "1"));
        rig.drop("a.png", Pictures.png(1)).drop("b.png", Pictures.png(2)).reports(2);
    }

    @AfterAll
    static void close() {
        if (rig != null) {
            rig.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void theOperatorSeesTheDiagramWithTheJobsThatRanAndStopsAndStartsARoute() {
        Page page = chromium.page(Look.ENGLISH);
        page.setDefaultTimeout(60_000);
        visit(page, "/");

        signIn(page, "wrong");
        PlaywrightAssertions.assertThat(page.locator("body")).containsText("Invalid login credentials", PATIENT);
        signIn(page, PASSWORD);

        page.getByText("outbox", exact()).first().click();
        page.getByText("publish", exact()).first().click();
        Locator diagram = page.locator(".react-flow__node");
        PlaywrightAssertions.assertThat(diagram.first()).containsText("From direct:publish", PATIENT);
        PlaywrightAssertions.assertThat(diagram.first()).containsText(Pattern.compile("^\\s*0\\s+2\\s"), AS_SEEN);
        Chromium.shoot(page, "hawtio-diagram");

        page.getByText("cloud", exact()).first().click();
        page.getByText("submit", exact()).first().click();
        PlaywrightAssertions.assertThat(page.locator(".react-flow")).containsText("(ID: lane)", PATIENT);
        Chromium.shoot(page, "hawtio-submit");

        page.getByText("cloud", exact()).first().click();
        page.getByText("send", exact()).first().click();
        for (String step :
                List.of("encode", "request", "intent", "post", "answer", "internal-error", "refused", "lost")) {
            PlaywrightAssertions.assertThat(page.locator(".react-flow")).containsText("(ID: " + step + ")", PATIENT);
        }
        Chromium.shoot(page, "hawtio-send");

        visit(page, "/hawtio/camel/routes?nid=root-org.apache.camel-shuttle-routes");
        Locator inbox = page.locator("tr").filter(new Locator.FilterOptions().setHasText("inbox"));
        PlaywrightAssertions.assertThat(inbox).containsText("Started", PATIENT);
        Chromium.shoot(page, "hawtio-routes");
        inbox.locator("input[type=checkbox]").check();
        button(page, "Stop").click();
        awaitStarted("inbox", false);
        button(page, "Start").click();
        awaitStarted("inbox", true);
    }

    private static void visit(Page page, String address) {
        page.navigate(
                "http://127.0.0.1:" + rig.program().managementPort().orElseThrow() + address,
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static void signIn(Page page, String password) {
        page.locator("#pf-login-username-id").fill("shuttle");
        page.locator("#pf-login-password-id").fill(password);
        page.locator("button[type=submit]").click();
    }

    private static void awaitStarted(String route, boolean started) {
        await().atMost(Duration.ofSeconds(60)).until(() -> rig.isStarted(route) == started);
    }
}
