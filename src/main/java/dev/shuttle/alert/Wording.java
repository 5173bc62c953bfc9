package dev.shuttle.alert;

import dev.shuttle.page.Text;
import dev.shuttle.page.Texts;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alert's words, in the language that is set. */
final class Wording {
    private final Texts texts = Texts.of("alert");
    private final boolean chinese;

    Wording(Locale locale) {
        this.chinese = locale.getLanguage().equals("zh");
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
                .map(this::chosen)
                .filter(hint -> !hint.isEmpty())
                .orElse(null);
    }

    String say(String key, Object... values) {
        return chosen(texts.say(key, values));
    }

    private String chosen(Text text) {
        return chinese ? text.zh() : text.en();
    }
}
