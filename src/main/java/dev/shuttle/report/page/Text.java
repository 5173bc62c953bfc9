package dev.shuttle.report.page;

import java.util.Locale;

/** A text in both languages of the page. */
public record Text(String en, String zh) {
    /** A name, number or code that both languages write alike. */
    public static Text plain(Object value) {
        String text = String.valueOf(value);
        return new Text(text, text);
    }

    /** In Chinese for a Chinese reader, else in English. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }

    /** Whether both languages write it alike. */
    public boolean same() {
        return en.equals(zh);
    }
}
