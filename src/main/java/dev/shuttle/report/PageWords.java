package dev.shuttle.report;

import com.samskivert.mustache.Mustache;

/** What the template calls to place a text: within an element, or as an attribute. */
final class PageWords {
    private PageWords() {}

    /** {@code {{#t}}key{{/t}}}: the text in both languages, of which the page hides one. */
    static Mustache.Lambda element(Texts texts) {
        return (fragment, out) -> {
            Text text = texts.say(fragment.execute().strip());
            out.write(text.same() ? Markup.escape(text.en()) : span("en", text.en()) + span("zh-CN", text.zh()));
        };
    }

    /** {@code {{#attr}}name key{{/attr}}}: the attribute in the first language, with both at hand for the script. */
    static Mustache.Lambda attribute(Texts texts, boolean english) {
        return (fragment, out) -> {
            String[] nameAndKey = fragment.execute().strip().split(" ", 2);
            Text text = texts.say(nameAndKey[1]);
            String en = Markup.escape(text.en());
            String zh = Markup.escape(text.zh());
            String name = nameAndKey[0];
            out.write(name + "=\"" + (english ? en : zh) + "\" data-attribute=\"" + name + "\" data-en=\"" + en
                    + "\" data-zh=\"" + zh + "\"");
        };
    }

    private static String span(String language, String text) {
        return "<span lang=\"" + language + "\">" + Markup.escape(text) + "</span>";
    }
}
