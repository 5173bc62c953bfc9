package dev.shuttle.app;

import dev.shuttle.provider.ProviderFactory;
import dev.shuttle.provider.Providers;
import dev.shuttle.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files of routes are loaded: those of the folder, and for each provider that has none there the one that it brings on the class path,
 * {@code shuttle/providers/NAME.camel.yaml}. So a provider's file is changed by a copy of it in the folder, called
 * {@code 31-NAME.camel.yaml}.
 */
final class ProviderRoutes {
    private ProviderRoutes() {}

    /** As Camel's include pattern. */
    static String beside(Path folder, Settings settings) {
        Stream<String> brought = Providers.found().stream()
                .map(ProviderFactory::name)
                .filter(settings.providers()::containsKey)
                .filter(name -> !Files.exists(folder.resolve("31-" + name + ".camel.yaml")))
                .map(name -> "classpath:shuttle/providers/" + name + ".camel.yaml");
        return Stream.concat(Stream.of("file:" + folder + "/*.camel.yaml"), brought)
                .collect(Collectors.joining(","));
    }
}
