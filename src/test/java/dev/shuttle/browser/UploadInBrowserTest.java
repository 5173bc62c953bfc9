package dev.shuttle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.Rig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending pictures from the gallery that the real program serves. */
class UploadInBrowserTest {
    private static final HasCountOptions PATIENT = new HasCountOptions().setTimeout(60_000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path root;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private static Rig rig;

    @SuppressWarnings("NullAway.Init")
    private static String gallery;

    @BeforeAll
    static void program() throws Exception {
        chromium = Chromium.start();
        rig = Rig.serving(root, Map.of(), Map.of());
        gallery = "http://127.0.0.1:" + rig.http().port() + "/outbox/";
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
    void aPictureIsSentAndItsResultComesAndABadOneSaysWhy() {
        Page page = open();
        page.locator(".orders select[name=preset]").selectOption("faithful");
        page.locator("input[name=colours]").fill("7");
        byte[] picture = Pictures.encoded(Pictures.picture(4, 200, 160), "png");
        byte[] words = "no picture".getBytes(StandardCharsets.UTF_8);

        page.locator("input[type=file]").setInputFiles(new FilePayload[] {
            new FilePayload("牡丹 <b>.png", "image/png", picture), new FilePayload("notes.png", "image/png", words)
        });

        PlaywrightAssertions.assertThat(page.locator(".card", named("牡丹 <b>.png")))
                .containsText("200 × 160", patient());
        PlaywrightAssertions.assertThat(page.locator(".card", named("notes.png")))
                .hasCount(1, PATIENT);
        PlaywrightAssertions.assertThat(page.locator(".refused")).containsText("notes.png", patient());
        PlaywrightAssertions.assertThat(page.locator(".under-way li")).hasCount(0, PATIENT);
        Chromium.shoot(page, "gallery-served");
        assertThat(Accessibility.faults(page)).isEmpty();

        page.locator(".retry").first().click();

        PlaywrightAssertions.assertThat(page.locator(".card", named("notes.png")))
                .hasCount(2, PATIENT);
    }

    @Test
    void whatComesThroughTheInboxIsSeenWithoutAsking() {
        Page page = open();
        rig.drop("faithful/river.png", Pictures.encoded(Pictures.picture(6, 160, 120), "png"));

        PlaywrightAssertions.assertThat(page.locator(".card", named("river.png")))
                .hasCount(1, PATIENT);
    }

    private static Page open() {
        Page page = chromium.page(Look.ENGLISH);
        page.navigate(gallery);
        page.locator("html[data-served]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return page;
    }

    private static ContainsTextOptions patient() {
        return new ContainsTextOptions().setTimeout(60_000);
    }

    private static Page.LocatorOptions named(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
