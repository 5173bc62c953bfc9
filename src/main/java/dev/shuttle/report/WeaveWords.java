package dev.shuttle.report;

import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The weave of a colour, which {@code report.json} has in a fixed wording, in both languages. */
public final class WeaveWords {
    private static final String AND = " + ";
    /** Between the wefts and the weave that was named. */
    private static final String NAMED = " · ";

    private static final Pattern THREAD = Pattern.compile("(weft|warp) (\\d+)");
    private static final Pattern SATIN = Pattern.compile("([0-9.]+/\\d+) satin");

    private WeaveWords() {}

    /** A colour's weave on paper: Chinese and English beside one another, once where both are alike. */
    public static String onPaper(String weave) {
        Text text = of(weave, Printed.TEXTS);
        return text.same() ? text.en() : text.zh() + " " + text.en();
    }

    /** Read only where something is printed. */
    private static final class Printed {
        static final Texts TEXTS = Texts.of("report");
    }

    /** Of {@code ground}, {@code weft 2}, {@code weft 1 + weft 3}, {@code 5/8 satin}; others as they are. */
    static Text of(String weave, Texts texts) {
        int named = weave.indexOf(NAMED);
        if (named >= 0) {
            Text threads = of(weave.substring(0, named), texts);
            String name = weave.substring(named);
            return new Text(threads.en() + name, threads.zh() + name);
        }
        List<Text> parts = Arrays.stream(weave.split(Pattern.quote(AND), -1))
                .map(part -> part(part, texts))
                .toList();
        return new Text(
                parts.stream().map(Text::en).collect(Collectors.joining(AND)),
                parts.stream().map(Text::zh).collect(Collectors.joining(AND)));
    }

    private static Text part(String part, Texts texts) {
        Matcher thread = THREAD.matcher(part);
        if (thread.matches()) {
            return texts.say("filling." + thread.group(1), thread.group(2));
        }
        Matcher satin = SATIN.matcher(part);
        return satin.matches() ? texts.say("filling.satin", satin.group(1)) : texts.sayOr("filling." + part, part);
    }
}
