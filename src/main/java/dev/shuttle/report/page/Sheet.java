package dev.shuttle.report.page;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The style rules of one page that come from its data: colours, widths, proportions. They stand in one style element whose
 * hash the policy names, so that no style attribute has to be allowed.
 */
public final class Sheet {
    private final Map<String, String> classes = new LinkedHashMap<>();

    /** The class that has these declarations; they are made of figures and checked colours only. */
    public String classOf(String declarations) {
        return classes.computeIfAbsent(declarations, d -> "v" + classes.size());
    }

    /** The class that fills with a colour. */
    public String fill(String rgb) {
        return classOf("background-color:" + Markup.colour(rgb));
    }

    String css() {
        StringBuilder css = new StringBuilder();
        classes.forEach((declarations, name) ->
                css.append('.').append(name).append('{').append(declarations).append("}\n"));
        return css.toString();
    }
}
