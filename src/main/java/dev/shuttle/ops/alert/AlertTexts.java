package dev.shuttle.ops.alert;

import dev.shuttle.report.page.Texts;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alert's words, in the language that is set. */
final class AlertTexts {
    private final Texts texts = Texts.of("alert");
    private final Locale locale;

    AlertTexts(Locale locale) {
        this.locale = locale;
    }

    String title(Event event, boolean recovered) {
        return say((recovered ? "title.recovered." : "title.") + event);
    }

    String message(Event event, boolean recovered, Object... values) {
        return say((recovered ? "message.recovered." : "message.") + event, values);
    }

    @Nullable
    String hint(Event event) {
        return Optional.of(texts.sayOr("hint." + event, ""))
                .map(hint -> hint.in(locale))
                .filter(hint -> !hint.isEmpty())
                .orElse(null);
    }

    String say(String key, Object... values) {
        return texts.say(key, values).in(locale);
    }
}
