package dev.shuttle.ops.doctor;

import dev.shuttle.pipeline.cloud.JdkWire;
import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.Sleeper;
import dev.shuttle.provider.dashscope.DashScope;
import dev.shuttle.provider.dashscope.DashScopeSettings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** The client with plain settings, each call made once. */
final class PlainClient {
    private PlainClient() {}

    static DashScope at(URI base, String key) {
        return new DashScope(
                settings(base, key, "wanx2.1-imageedit"),
                new JdkWire(),
                new Limiter("dashscope", 1000, 1000, Duration.ofSeconds(10)),
                InstantSource.system(),
                RandomGenerator.getDefault(),
                Sleeper.REAL);
    }

    static DashScopeSettings settings(URI base, String key, String... models) {
        return new DashScopeSettings(
                base,
                () -> key,
                null,
                List.of(models),
                "description_edit",
                "改成织锦图案",
                0.5,
                42,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                0,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                1000,
                1000,
                List.of("http://127.0.0.1:*"),
                10_000_000);
    }
}
