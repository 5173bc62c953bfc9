package dev.shuttle.report;

/** A text in both languages of the page. */
record Text(String en, String zh) {
    /** A name, number or code that both languages write alike. */
    static Text plain(Object value) {
        String text = String.valueOf(value);
        return new Text(text, text);
    }

    boolean same() {
        return en.equals(zh);
    }
}
