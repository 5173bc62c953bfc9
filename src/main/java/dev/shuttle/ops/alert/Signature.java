package dev.shuttle.ops.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How robots want messages signed: HMAC-SHA256 in Base64 (DingTalk, "Custom robot security settings"; Feishu, "Use bots in groups"). */
final class Signature {
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
