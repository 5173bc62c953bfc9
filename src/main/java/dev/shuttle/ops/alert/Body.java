package dev.shuttle.ops.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shuttle.settings.AlertSettings;
import dev.shuttle.settings.AlertSettings.Format;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What is posted, as the webhook's service wants it, and what its answer means. */
public final class Body {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int QUOTED = 200;

    private final Format format;
    private final @Nullable String secret;
    private final @Nullable Template template;
    private final ChatText chatText;

    /** @throws dev.shuttle.settings.SettingsException where the template cannot be used */
    public Body(AlertSettings settings, Locale locale) {
        this.format = settings.format();
        this.secret = settings.secret() == null ? null : settings.secret().get();
        this.chatText = new ChatText(locale);
        this.template = settings.template() == null ? null : Template.read(settings.template(), chatText);
    }

    /** The body, in UTF-8. */
    public byte[] of(Alert alert, Instant now) {
        byte[] body = template == null ? usual(alert) : template.of(alert).getBytes(UTF_8);
        return format == Format.FEISHU && secret != null ? signed(body, now.getEpochSecond(), secret) : body;
    }

    private byte[] usual(Alert alert) {
        String text = chatText.of(alert);
        return switch (format) {
            case JSON -> alert.json();
            case DINGTALK, WECOM -> bytes(Map.of("msgtype", "text", "text", Map.of("content", text)));
            // It takes tags out of texts; a file's name may look like one.
            case FEISHU -> bytes(Map.of("msg_type", "text", "content", Map.of("text", text.replace('<', '＜'))));
            case SLACK -> bytes(Map.of("text", slack(text)));
        };
    }

    /** Slack's three control characters (api.slack.com, "Formatting text"). */
    private static String slack(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] signed(byte[] body, long seconds, String secret) {
        try {
            ObjectNode message = (ObjectNode) JSON.readTree(new String(body, UTF_8));
            message.put("timestamp", String.valueOf(seconds));
            message.put("sign", Signature.feishu(seconds, secret));
            return bytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("checked at start", e);
        }
    }

    private static byte[] bytes(Object message) {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    /** What the address's query ends in; empty where nothing is signed there. */
    public String query(Instant now) {
        if (format != Format.DINGTALK || secret == null) {
            return "";
        }
        long milliseconds = now.toEpochMilli();
        return "timestamp=" + milliseconds + "&sign="
                + URLEncoder.encode(Signature.dingTalk(milliseconds, secret), UTF_8);
    }

    /** What keeps an answer from being a success; null where it is one. Robots answer 200 to what they refuse. */
    public @Nullable String fault(int status, byte[] answer) {
        if (status < 200 || status > 299) {
            return "HTTP " + status + (status > 299 && status < 400 ? ", a redirect, which is not followed" : "");
        }
        String text = new String(answer, UTF_8);
        try {
            JsonNode said = JSON.readTree(text);
            String field = format == Format.FEISHU ? "code" : "errcode";
            boolean refused = said != null && said.path(field).asLong() != 0;
            return refused ? field + " " + said.path(field).asLong() + ": " + quoted(said) : null;
        } catch (JsonProcessingException plainText) {
            return null;
        }
    }

    private static String quoted(JsonNode said) {
        String message = said.path("errmsg").asText(said.path("msg").asText());
        return message.length() > QUOTED ? message.substring(0, QUOTED) : message;
    }

    /** How robots want messages signed: HMAC-SHA256 in Base64 (DingTalk, "Custom robot security settings"; Feishu, "Use bots in groups"). */
    private static final class Signature {
        private static final String ALGORITHM = "HmacSHA256";

        private Signature() {}

        /** @param timestamp milliseconds */
        static String dingTalk(long timestamp, String secret) {
            return hmac(secret, timestamp + "\n" + secret);
        }

        /** @param timestamp seconds */
        static String feishu(long timestamp, String secret) {
            return hmac(timestamp + "\n" + secret, "");
        }

        private static String hmac(String key, String text) {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
                return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
            }
        }
    }
}
