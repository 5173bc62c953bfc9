package dev.shuttle.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** How somebody looks at a page. */
record Look(String language, ColorScheme scheme, int width, int height, boolean scripts) {
    static final Look ENGLISH = new Look("en-GB", ColorScheme.LIGHT, 1280, 900, true);

    Look chinese() {
        return new Look("zh-CN", scheme, width, height, scripts);
    }

    Look dark() {
        return new Look(language, ColorScheme.DARK, width, height, scripts);
    }

    Look narrow() {
        return new Look(language, scheme, 390, 844, scripts);
    }

    Look withoutScripts() {
        return new Look(language, scheme, width, height, false);
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(width, height)
                .setJavaScriptEnabled(scripts);
    }

    @Override
    public String toString() {
        return language + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width
                + (scripts ? "" : "-without-scripts");
    }
}
