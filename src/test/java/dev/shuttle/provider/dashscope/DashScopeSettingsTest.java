package dev.shuttle.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DashScopeSettingsTest {
    private static final URI BEIJING = URI.create("https://dashscope.aliyuncs.com/api/v1");

    static Stream<Arguments> wrong() {
        Map<String, Consumer<Client>> changes = Map.ofEntries(
                Map.entry("dashscope.base-url must be an", client -> client.baseUrl = URI.create("ftp://host/api/v1")),
                Map.entry("dashscope.base-url must have", client -> client.baseUrl = URI.create("https://host/v1?a=b")),
                Map.entry(
                        "dashscope.base-url must be https",
                        client -> client.baseUrl = URI.create("http://dashscope.aliyuncs.com/api/v1")),
                Map.entry("dashscope.models must name", client -> client.models = List.of()),
                Map.entry("dashscope.models: unknown model wanx-v1", client -> client.models = List.of("wanx-v1")),
                Map.entry("dashscope.function must be", client -> client.function = "remove_watermaker"),
                Map.entry("dashscope.prompt", client -> client.prompt = " "),
                Map.entry("dashscope.strength", client -> client.strength = 2),
                Map.entry("dashscope.seed", client -> client.seed = -1),
                Map.entry("dashscope.retries", client -> client.retries = -1),
                Map.entry("dashscope.retry-backoff", client -> client.retryBackoff = Duration.ofMinutes(1)),
                Map.entry("dashscope.request-timeout", client -> client.requestTimeout = Duration.ZERO),
                Map.entry("dashscope.connect-timeout", client -> client.connectTimeout = Duration.ofSeconds(-1)),
                Map.entry("dashscope.poll-initial", client -> client.pollInitial = Duration.ZERO),
                Map.entry("dashscope.poll-max", client -> client.pollMax = Duration.ofMillis(1)),
                Map.entry("dashscope.deadline", client -> client.deadline = Duration.ZERO),
                Map.entry("dashscope.submit-rate", client -> client.submitRate = 0),
                Map.entry("dashscope.poll-rate", client -> client.pollRate = Double.NaN),
                Map.entry("dashscope.max-result-size", client -> client.maxResultSize = 0),
                Map.entry("dashscope.result-hosts", client -> client.resultHosts = List.of("a/b")));
        return changes.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void aWrongValueNamesItsKey(String message, Consumer<Client> change) {
        var client = new Client(BEIJING);
        change.accept(client);

        assertThatIllegalArgumentException().isThrownBy(client::settings).withMessageContaining(message);
    }

    @Test
    void theProductsDefaultsHold() {
        assertThat(new Client(BEIJING).settings().baseUrl()).isEqualTo(BEIJING);
    }

    @Test
    void aBlankWorkspaceIsNone() {
        var client = new Client(BEIJING);
        client.workspace = " ";
        assertThat(client.settings().workspace()).isNull();
    }
}
