package dev.shuttle.report.page;

import com.samskivert.mustache.Mustache;
import java.util.SortedMap;

/** What the template calls to place a text: within an element, or as an attribute. */
public final class Words {
    private Words() {}

    /** {@code {{#t}}key{{/t}}}: the text in both languages, of which the page hides one. */
    public static Mustache.Lambda element(Texts texts) {
        return (fragment, out) -> {
            Text text = texts.say(fragment.execute().strip());
            out.write(text.same() ? Markup.escape(text.en()) : span("en", text.en()) + span("zh-CN", text.zh()));
        };
    }

    /** {@code {{#attr}}name key{{/attr}}}: the attribute in the first language, with both at hand for the script. */
    public static Mustache.Lambda attribute(Texts texts, boolean english) {
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

    /** The texts that scripts use, keys {@code js.…}, as JSON by language; safe within a script element. */
    public static String forScripts(Texts texts) {
        return "{\"en\":" + json(texts.english("js.")) + ",\"zh-CN\":" + json(texts.chinese("js.")) + "}";
    }

    private static String json(SortedMap<String, String> texts) {
        StringBuilder json = new StringBuilder("{");
        texts.forEach((key, text) -> json.append(json.length() > 1 ? "," : "")
                .append(string(key))
                .append(':')
                .append(string(text)));
        return json.append('}').toString();
    }

    private static String span(String language, String text) {
        return "<span lang=\"" + language + "\">" + Markup.escape(text) + "</span>";
    }

    /** A string literal of JSON and JavaScript that ends no element, whatever is in it. */
    private static String string(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                literal.append(String.format("\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }
}
