package dev.shuttle.settings;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where nodes hand pictures on to each other; both null: nowhere.
 *
 * @param folder one that all of them share
 */
public record StoreSettings(@Nullable Path folder, @Nullable S3 s3) {
    private static final String KEY = "shuttle.store";
    private static final Pattern BUCKET = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(/[\\w./-]*)?");

    /**
     * A bucket.
     *
     * @param prefix what all names in it begin with: empty, or ending in a slash
     * @param endpoint null: Amazon's own
     * @param accessKey null: what the AWS SDK finds, in the environment or from the machine's role
     */
    public record S3(
            String bucket,
            String prefix,
            @Nullable URI endpoint,
            String region,
            @Nullable String accessKey,
            @Nullable Secret secretKey) {}

    /** Whether there is one. */
    public boolean isOn() {
        return folder != null || s3 != null;
    }

    static StoreSettings read(Values values) {
        String set = values.optional(KEY).orElse("none");
        if (set.equals("none")) {
            return new StoreSettings(null, null);
        }
        if (set.startsWith("s3:")) {
            return new StoreSettings(null, s3(values, set));
        }
        try {
            return new StoreSettings(Path.of(set).toAbsolutePath().normalize(), null);
        } catch (InvalidPathException e) {
            values.problem(KEY, set, "must be none, a folder, or s3://bucket/prefix");
            return new StoreSettings(null, null);
        }
    }

    private static S3 s3(Values values, String set) {
        Matcher parts = BUCKET.matcher(set);
        String prefix = "";
        if (!parts.matches()) {
            values.problem(KEY, set, "must be s3://bucket or s3://bucket/prefix");
        } else if (parts.group(2) != null) {
            prefix = parts.group(2).replaceAll("^/+|/+$", "");
        }
        String access = values.optional("shuttle.store.access-key").orElse(null);
        Secret secret = values.secret("shuttle.store.secret-key");
        if ((access == null) != (secret == null)) {
            values.problem(
                    "shuttle.store.access-key", access == null ? "" : access, "goes with shuttle.store.secret-key");
        }
        return new S3(
                parts.matches() ? parts.group(1) : "bucket",
                prefix.isEmpty() ? "" : prefix + "/",
                values.optional("shuttle.store.endpoint").isPresent() ? values.uri("shuttle.store.endpoint") : null,
                values.text("shuttle.store.region"),
                access,
                secret);
    }
}
