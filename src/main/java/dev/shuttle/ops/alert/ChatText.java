package dev.shuttle.ops.alert;

import dev.shuttle.ops.alert.Alert.Affected;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An alert as a chat shows it: a few lines, the first with the words that a robot may be set to look for. */
final class ChatText {
    /** WeCom takes 2048 bytes. */
    private static final int MOST = 2000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final AlertTexts texts;

    ChatText(Locale locale) {
        this.texts = new AlertTexts(locale);
    }

    String of(Alert alert) {
        List<String> lines = new ArrayList<>();
        lines.add("[Shuttle 飞梭] " + alert.title());
        lines.add(alert.message());
        if (alert.hint() != null) {
            lines.add(texts.say("chat.hint", alert.hint()));
        }
        if (!alert.jobs().isEmpty()) {
            String named = alert.jobs().stream().map(Affected::file).collect(Collectors.joining(", "));
            String more = alert.count() > alert.jobs().size() ? " " + texts.say("chat.more") : "";
            lines.add(texts.say("chat.jobs", named + more));
        }
        lines.add(texts.say("chat.where", alert.host(), time(alert.since()), alert.instance()));
        return cut(String.join("\n", lines));
    }

    private static String time(Instant since) {
        return TIME.format(since.atZone(ZoneId.systemDefault()));
    }

    private static String cut(String text) {
        String cut = text;
        while (cut.getBytes(StandardCharsets.UTF_8).length > MOST) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1 - cut.length() / 20)) + "…";
        }
        return cut;
    }
}
