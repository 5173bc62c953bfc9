package dev.shuttle.ops.doctor;

import dev.shuttle.report.page.Text;
import dev.shuttle.settings.Remote;
import dev.shuttle.settings.Secret;
import dev.shuttle.settings.Settings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes every secret of the settings out of a text: as it is, as it stands in an address, and in base64. Nothing that is written down
 * should hold one; this is for what somebody else put there, such as an answer that repeats the key.
 */
final class Redaction {
    private static final String INSTEAD = "***";
    /** Shorter ones are words: a password "mill" would make every text unreadable. They are no secrets worth the name. */
    private static final int SHORTEST = 6;

    private static final Pattern KEYS = Pattern.compile("\\bsk-[A-Za-z0-9._-]{8,}|(?<=(?i:bearer) )(?!\\*)\\S+");

    private final List<String> forms;

    Redaction(List<String> secrets) {
        Set<String> all = new HashSet<>();
        secrets.stream().filter(secret -> secret.length() >= SHORTEST).forEach(secret -> {
            all.add(secret);
            all.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            all.addAll(base64(secret));
        });
        forms = all.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    static Redaction of(DoctorContext context) {
        Settings settings = context.settings();
        List<String> secrets = new ArrayList<>(context.configuration().secrets());
        Stream.of(
                        settings.remotes().ftp(),
                        settings.remotes().sftp(),
                        settings.remotes().out())
                .map(Remote::password)
                .forEach(password -> add(password, secrets));
        add(settings.cloud().key(), secrets);
        add(settings.alerts().secret(), secrets);
        Secret webhook = settings.alerts().webhook();
        if (webhook != null) {
            URI address = URI.create(webhook.get());
            secrets.add(webhook.get());
            secrets.add(address.getRawPath());
            secrets.add(Objects.requireNonNullElse(address.getRawQuery(), ""));
        }
        return new Redaction(secrets);
    }

    private static void add(@Nullable Secret secret, List<String> secrets) {
        if (secret != null) {
            secrets.add(secret.get());
        }
    }

    String of(String text) {
        String clean = text;
        for (String form : forms) {
            clean = clean.replace(form, INSTEAD);
        }
        return KEYS.matcher(clean).replaceAll(INSTEAD);
    }

    Finding of(Finding finding) {
        Text hint = finding.hint();
        return new Finding(finding.check(), finding.level(), of(finding.seen()), hint == null ? null : of(hint));
    }

    private Text of(Text text) {
        return new Text(of(text.en()), of(text.zh()));
    }

    /** As it stands in the base64 of a longer text, behind whatever number of bytes: the characters that it alone decides. */
    private static List<String> base64(String secret) {
        List<String> forms = new ArrayList<>();
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int bits = shifted.length * 8;
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            forms.add(encoded.substring((before * 8 + 5) / 6, bits / 6));
        }
        return forms;
    }
}
