package dev.shuttle;

import dev.shuttle.disk.Disk;
import dev.shuttle.job.Order;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Carries a {@link ConvertRequest} out. */
final class Converting {
    private Converting() {}

    /** The exit code. */
    static int run(ConvertRequest request, Configuration configuration, Terminal terminal)
            throws IOException, InterruptedException {
        Settings settings = Settings.of(configuration);
        String preset =
                Objects.requireNonNullElse(request.preset(), settings.intake().preset());
        Order order = new Order(preset, request.colours(), request.cloud());
        List<Path> files = new ArrayList<>();
        for (String image : request.images()) {
            files.add(image.equals(ConvertRequest.STREAM) ? standardInput() : Path.of(image));
        }
        return request.cloud()
                ? new CloudConversion(settings, configuration, terminal).convert(files, order, request.target())
                : new LocalConversion(settings, terminal).convert(files, order, request.target());
    }

    private static Path standardInput() throws IOException {
        Path folder = Files.createTempDirectory("shuttle");
        Path file = folder.resolve("stdin");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Disk.deleteTree(folder);
            } catch (IOException left) {
                // The system clears its temporary folder.
            }
        }));
        Files.copy(System.in, file);
        return file;
    }
}
