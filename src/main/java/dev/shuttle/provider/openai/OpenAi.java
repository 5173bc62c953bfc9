package dev.shuttle.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.provider.Account;
import dev.shuttle.provider.AtOnce;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.Model;
import dev.shuttle.provider.ProviderFactory.Surroundings;
import dev.shuttle.provider.Providers;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.TaskResult;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Servers that speak {@code POST /images/edits}: one picture in, one picture out, as Base64 in the answer. */
public final class OpenAi extends AtOnce {
    private final Dialect dialect;

    OpenAi(Account account, Surroundings around) {
        super("openai", account, account.resultHosts(), around);
        dialect = Dialect.named(account.require("dialect"));
    }

    @Override
    public Model model(String name) {
        return new OpenAiModel(Providers.canonical(name), dialect);
    }

    /** {@code n} is always sent: each picture is billed. */
    @Override
    public WireRequest post(Submission submission) {
        byte[] picture = Base64.getDecoder()
                .decode(submission.picture().substring(submission.picture().indexOf(',') + 1));
        String type = submission.picture().startsWith("data:image/jpeg") ? "image/jpeg" : "image/png";
        Form form = new Form(picture)
                .field("model", Providers.within(submission.model().name()))
                .field("prompt", prompt(submission))
                .field("n", "1")
                .field("output_format", "png");
        if (dialect == Dialect.OPENAI) {
            form.field("size", "auto");
        }
        form.file("image[]", type.equals("image/png") ? "picture.png" : "picture.jpg", type, picture);
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", form.contentType());
        headers.put("Accept", "application/json");
        if (dialect == Dialect.OPENAI || !account().key().get().isBlank()) {
            headers.put("Authorization", "Bearer " + exchanges().key(Stage.SUBMIT));
        }
        String base = account().baseUrl().toString().replaceAll("/+$", "");
        return new WireRequest(
                "POST",
                URI.create(base + "/images/edits"),
                headers,
                form.bytes(),
                longestAnswer(),
                account().deadline());
    }

    /** The server takes the tag out of the prompt again. */
    private String prompt(Submission submission) {
        return dialect == Dialect.OPENAI
                ? submission.prompt()
                : String.format(
                        Locale.ROOT,
                        "%s <sd_cpp_extra_args>{\"seed\":%d,\"strength\":%.2f}</sd_cpp_extra_args>",
                        submission.prompt(),
                        submission.seed(),
                        submission.strength());
    }

    @Override
    protected List<TaskResult> results(JsonNode answer) {
        List<TaskResult> results = new ArrayList<>();
        for (JsonNode each : answer.path("data")) {
            String base64 = each.path("b64_json").asText("");
            String url = each.path("url").asText("");
            if (!base64.isEmpty()) {
                decoded(base64).ifPresent(results::add);
            } else if (!url.isEmpty() && !exchanges().masking().holdsKey(url)) {
                results.add(new TaskResult.Picture(url, null, null));
            }
        }
        return results;
    }

    private static Optional<TaskResult> decoded(String base64) {
        try {
            return Optional.of(new TaskResult.Inline(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** OpenAI's error is an object, {@code {message, type, param, code}}; sd-server's a text, or a word with a message beside it. */
    @Override
    protected @Nullable CloudError error(JsonNode answer, WireAnswer http) {
        JsonNode error = answer.path("error");
        String code = first(error.path("code"), error.path("type"), error);
        if (code.isEmpty()) {
            return null;
        }
        String message = first(error.path("message"), answer.path("message"), error);
        String word = error.isTextual() && !answer.has("message") ? "error" : code;
        return OpenAiErrors.error(
                exchanges().masking().word(word), exchanges().masking().line(message), http.status());
    }

    private static String first(JsonNode... nodes) {
        for (JsonNode node : nodes) {
            if (node.isValueNode() && !node.isNull() && !node.asText().isBlank()) {
                return node.asText();
            }
        }
        return "";
    }
}
