package dev.shuttle.provider.stripes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.provider.Ability;
import dev.shuttle.provider.Account;
import dev.shuttle.provider.Advice;
import dev.shuttle.provider.AtOnce;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.Model;
import dev.shuttle.provider.PictureLimits;
import dev.shuttle.provider.ProviderFactory.Surroundings;
import dev.shuttle.provider.Providers;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.TaskResult;
import dev.shuttle.provider.WireAnswer;
import dev.shuttle.provider.WireRequest;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A service that answers with the picture as Base64; the model {@code own-server} costs nothing. */
public final class Stripes extends AtOnce {
    private record StripesModel(String name) implements Model {
        @Override
        public PictureLimits picture() {
            return new PictureLimits(64, 1024, 8, 1_000_000);
        }

        @Override
        public int promptLimit() {
            return 100;
        }

        @Override
        public int negativeLimit() {
            return 0;
        }

        @Override
        public Set<Ability> can() {
            return name.endsWith("own-server") ? Set.of(Ability.FREE) : Set.of();
        }
    }

    Stripes(Account account, Surroundings around) {
        super("stripes", account, account.resultHosts(), around);
    }

    @Override
    public Model model(String name) {
        return new StripesModel(Providers.canonical(name));
    }

    @Override
    public WireRequest post(Submission submission) {
        String json = "{\"stripes\":%s,\"picture\":\"%s\"}".formatted(account().require("width"), submission.picture());
        return new WireRequest(
                "POST",
                URI.create(account().baseUrl() + "/stripes"),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        "Bearer " + exchanges().key(Stage.SUBMIT)),
                json.getBytes(UTF_8),
                longestAnswer(),
                account().deadline());
    }

    @Override
    protected List<TaskResult> results(JsonNode answer) {
        String base64 = answer.path("picture").asText("");
        return base64.isEmpty()
                ? List.of()
                : List.of(new TaskResult.Inline(Base64.getDecoder().decode(base64)));
    }

    @Override
    protected @Nullable CloudError error(JsonNode answer, WireAnswer http) {
        String code = answer.path("wrong").asText("");
        ErrorClass kind = code.equals("busy") ? ErrorClass.RETRY : ErrorClass.NEVER;
        return code.isEmpty()
                ? null
                : CloudError.sent(code, "no stripes", http.status(), Stage.SUBMIT, kind, Advice.WAIT.of("stripes"));
    }
}
