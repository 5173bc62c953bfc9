package dev.shuttle.emulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where one picture of a task lies.
 *
 * @param index from 1
 */
record ResultAddress(String taskId, int index) {
    private static final Pattern FILE = Pattern.compile(".*/([0-9a-f-]{36})-(\\d{1,2})\\.png");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.ofHours(8));

    /** The address in this path, if it has one. */
    static Optional<ResultAddress> in(String path) {
        Matcher file = FILE.matcher(path);
        return file.matches()
                ? Optional.of(new ResultAddress(file.group(1), Integer.parseInt(file.group(2))))
                : Optional.empty();
    }

    /**
     * The signed path and query. The folder is chosen so that the signature has a plus sign as well as its equals sign:
     * every client meets %2B and %3D.
     */
    String signed(Instant endedAt, Instant expiresAt) {
        long expires = expiresAt.getEpochSecond();
        for (int salt = 0; ; salt++) {
            String path = "%s/1d/%02x/%s/%04x/%s-%d.png"
                    .formatted(ResultStore.PATH, salt & 0xff, DAY.format(endedAt), salt, taskId, index);
            String signature = Signature.ofDownload(path, expires);
            if (signature.indexOf('+') >= 0) {
                return path + "?Expires=" + expires + "&OSSAccessKeyId=" + Signature.ACCESS_KEY_ID + "&Signature="
                        + URLEncoder.encode(signature, StandardCharsets.UTF_8);
            }
        }
    }

    String fileName() {
        return taskId + "-" + index + ".png";
    }
}
