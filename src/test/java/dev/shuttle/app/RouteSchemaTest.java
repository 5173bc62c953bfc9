package dev.shuttle.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.shuttle.rig.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The routes are what Camel's own schema of its YAML DSL allows, so that Kaoto, Karavan and editors open them. */
final class RouteSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonSchema SCHEMA = camels();

    private static JsonSchema camels() {
        try (InputStream in = YamlRoutesBuilderLoader.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<ValidationMessage> faults(String yaml) {
        JsonNode routes = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        return SCHEMA.validate(routes);
    }

    private static Stream<Path> files() {
        return Folder.children(Path.of("routes"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFilePasses(Path file) throws IOException {
        assertThat(faults(Files.readString(file))).isEmpty();
    }

    @Test
    void aStepThatCamelDoesNotKnowFails() throws IOException {
        String publish = Files.readString(Path.of("routes/50-publish.camel.yaml"));

        assertThat(faults(publish.replace("- bean:", "- bena:"))).isNotEmpty();
    }
}
