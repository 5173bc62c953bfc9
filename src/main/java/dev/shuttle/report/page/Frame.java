package dev.shuttle.report.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a page's content.
 *
 * @param language of the page as written, {@code en} or {@code zh-CN}
 * @param choose {@code settings} where the settings name a language, else {@code browser}
 * @param home link to the gallery; absent where there is none
 * @param live whether the page has data files beside it and may ask its server
 */
public record Frame(
        String language,
        boolean english,
        String choose,
        String policy,
        String style,
        String sheet,
        String early,
        String script,
        Text title,
        @Nullable String home,
        boolean live) {
    /**
     * The frame of a page whose content has already asked the sheet for its classes.
     *
     * @param locale the language shown first; null leaves it to the browser, English where that says nothing
     */
    public static Frame of(
            Design design, Sheet sheet, Text title, @Nullable Locale locale, @Nullable String home, boolean live) {
        boolean english = locale == null || !locale.getLanguage().equals("zh");
        String own = sheet.css();
        return new Frame(
                english ? "en" : "zh-CN",
                english,
                locale == null ? "browser" : "settings",
                Policy.of(List.of(design.style(), own), List.of(design.early(), design.script()), live),
                design.style(),
                own,
                design.early(),
                design.script(),
                title,
                home,
                live);
    }

    /** The title in the language the page is written in. */
    public String titleText() {
        return english ? title.en() : title.zh();
    }
}
