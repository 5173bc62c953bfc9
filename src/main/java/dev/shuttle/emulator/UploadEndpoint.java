package dev.shuttle.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.emulator.http.Answer;
import dev.shuttle.emulator.http.Multipart;
import dev.shuttle.emulator.http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Temporary uploads for oss:// URLs: a signed policy first, then the file in a form. */
final class UploadEndpoint {
    /** An upload can be used this long. */
    static final Duration LIFE = Duration.ofDays(2);

    private static final int POLICY_SECONDS = 300;

    private record Granted(String requestId, Grant data) {}

    private record Grant(
            String policy,
            String signature,
            String uploadDir,
            String uploadHost,
            int expireInSeconds,
            int maxFileSizeMb,
            int capacityLimitMb,
            String ossAccessKeyId,
            String xOssObjectAcl,
            String xOssForbidOverwrite) {}

    private record Policy(Instant expiration, String model, String directory) {}

    private final EmulatorSettings settings;
    private final State state;
    private final Faults faults;
    private final IntSupplier port;

    UploadEndpoint(EmulatorSettings settings, State state, Faults faults, IntSupplier port) {
        this.settings = settings;
        this.state = state;
        this.faults = faults;
        this.port = port;
    }

    /** GET /uploads?action=getPolicy&model=… */
    Answer policy(Request request) {
        FaultEffects effects = faults.effectsOn(Occasion.of(Call.UPLOAD));
        return effects.instead().orElseGet(() -> effects.on(granted(request)));
    }

    private Answer granted(Request request) {
        String model = request.parameters().getOrDefault("model", "");
        if (!"getPolicy".equals(request.parameters().get("action"))) {
            return Refusal.invalid("[emulator] action=getPolicy is the only one")
                    .answer();
        } else if (Catalogue.model(model).isEmpty()) {
            return Refusal.of(DocumentedError.MODEL_NOT_EXIST).answer();
        }
        Instant now = settings.clock().instant();
        String directory = "dashscope-instant/emulated/"
                + now.atOffset(ZoneOffset.ofHours(8)).toLocalDate() + "/" + UUID.randomUUID();
        byte[] terms = Json.bytes(new Policy(now.plusSeconds(POLICY_SECONDS), model, directory));
        String policy = Base64.getEncoder().encodeToString(terms);
        return Json.answer(
                200,
                new Granted(
                        UUID.randomUUID().toString(),
                        new Grant(
                                policy,
                                Signature.of(policy),
                                directory,
                                "http://127.0.0.1:" + port.getAsInt() + ResultStore.PATH,
                                POLICY_SECONDS,
                                100,
                                999_999_999,
                                Signature.ACCESS_KEY_ID,
                                "private",
                                "true")));
    }

    /** POST of the form to the upload host. */
    Answer upload(Request request) {
        FaultEffects effects = faults.effectsOn(Occasion.of(Call.UPLOAD));
        return effects.refusal()
                .map(OssError::answer)
                .map(effects::on)
                .or(effects::instead)
                .orElseGet(() -> effects.on(uploaded(Multipart.of(request))));
    }

    private Answer uploaded(Multipart form) {
        Instant now = settings.clock().instant();
        Multipart.Part file = form.part("file");
        String key = text(form, "key");
        JsonNode policy = policy(text(form, "policy"), text(form, "Signature"));
        if (policy == null) {
            return OssError.signature();
        } else if (!now.isBefore(Instant.parse(policy.path("expiration").asText()))) {
            return OssError.denied("Invalid according to Policy: Policy expired.");
        } else if (file == null || !key.startsWith(policy.path("directory").asText() + "/")) {
            return OssError.denied("Invalid according to Policy: Policy Condition failed: [\"starts-with\", \"$key\"]");
        } else if (state.inputs().hasUpload(key)) {
            return OssError.answer(new Refusal(
                    409, "FileAlreadyExists", "The object you specified already exists and can not be overwritten."));
        }
        state.upload(key, policy.path("model").asText(), file.value(), now);
        return Answer.of(200, "application/xml", "");
    }

    private static @Nullable JsonNode policy(String policy, String signature) {
        if (!Signature.same(Signature.of(policy), signature)) {
            return null;
        }
        try {
            return Json.MAPPER.readTree(new String(Base64.getDecoder().decode(policy), StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static String text(Multipart form, String name) {
        Multipart.Part part = form.part(name);
        return part == null ? "" : part.text();
    }
}
