package dev.shuttle.app;

import dev.shuttle.settings.FileErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;

/** Reads the routes as Camel does, without starting any. */
final class RouteFaults {
    private RouteFaults() {}

    /** What is wrong, each with the file's name; empty where all can be read. */
    static List<String> in(Path folder) {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".camel.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(folder + " cannot be read");
        }
        return files.isEmpty() ? List.of(folder + " holds no *.camel.yaml") : read(files);
    }

    private static List<String> read(List<Path> files) {
        List<String> faults = new ArrayList<>();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.disableJMX();
            for (Path file : files) {
                try {
                    Resource resource = PluginHelper.getResourceLoader(context).resolveResource("file:" + file);
                    for (RoutesBuilder builder :
                            PluginHelper.getRoutesLoader(context).findRoutesBuilders(resource)) {
                        context.addRoutes(builder);
                    }
                } catch (Exception e) {
                    faults.add(file.getFileName() + ": " + firstLine(e));
                }
            }
        } catch (IOException e) {
            faults.add(FileErrors.of(e));
        }
        return faults;
    }

    private static String firstLine(Exception failure) {
        String said = String.valueOf(StartException.because(failure).getMessage());
        return said.lines().findFirst().orElse(said);
    }
}
