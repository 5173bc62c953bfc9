package dev.shuttle.emulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** OSS's signature, version 1 (HMAC-SHA1 in base64), with a secret that everybody may know. */
final class Signature {
    static final String ACCESS_KEY_ID = "EMULATED";
    private static final SecretKeySpec SECRET =
            new SecretKeySpec("no secret: emulated".getBytes(StandardCharsets.US_ASCII), "HmacSHA1");

    private Signature() {}

    /** Signs a GET of this path until this second since the epoch. */
    static String ofDownload(String path, long expires) {
        return of("GET\n\n\n" + expires + "\n" + path);
    }

    static String of(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(SECRET);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
