package dev.shuttle.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.rig.Http;
import dev.shuttle.rig.Rig;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description says what there is, and there is what it says. */
class OpenApiTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @Test
    void itIsValidAndHasEveryRouteAndNoOther() throws IOException {
        try (Rig rig = Rig.serving(root, Map.of(), Map.of())) {
            SwaggerParseResult read = read(rig.http());

            assertThat(read.getMessages()).isNullOrEmpty();
            assertThat(read.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
            assertThat(described(read.getOpenAPI())).isEqualTo(served());
        }
    }

    private static SwaggerParseResult read(Http http) {
        String text = new String(http.get("/api/openapi.json").body(), StandardCharsets.UTF_8);
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().readContents(text, List.of(), options);
    }

    private static Set<String> described(OpenAPI description) {
        Set<String> all = new TreeSet<>();
        description
                .getPaths()
                .forEach((path, item) -> operations(item).forEach((method, operation) -> {
                    assertThat(operation.getResponses()).as(path).isNotEmpty();
                    all.add(method + " " + path);
                }));
        return all;
    }

    private static Map<PathItem.HttpMethod, Operation> operations(PathItem item) {
        return item.readOperationsMap();
    }

    private static Set<String> served() throws IOException {
        String text = Files.readString(Path.of("routes/13-rest.camel.yaml"));
        List<?> document = (List<?>) new Load(LoadSettings.builder().build()).loadFromString(text);
        Map<?, ?> rest = document.stream()
                .map(part -> (Map<?, ?>) ((Map<?, ?>) part).get("rest"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        Set<String> all = new TreeSet<>();
        for (String verb : List.of("get", "post", "put", "delete", "patch")) {
            if (rest.get(verb) instanceof List<?> routes) {
                routes.forEach(route -> all.add(
                        verb.toUpperCase(Locale.ROOT) + " " + rest.get("path") + ((Map<?, ?>) route).get("path")));
            }
        }
        return all;
    }
}
