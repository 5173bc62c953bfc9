package dev.shuttle.cli;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.emulator.EmulatorSettings;
import dev.shuttle.emulator.Mode;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "emulator",
        description = {
            "A DashScope of one's own on 127.0.0.1, for trying and testing.",
            "GET /emulator/ledger tells what was accepted; faults are set at /emulator/faults."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class EmulatorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "0: any free port.")
    private int port = 8090;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description = "The key to accept. Default: DASHSCOPE_API_KEY of the environment, else "
                    + EmulatorSettings.DEFAULT_KEY + ".",
            showDefaultValue = Help.Visibility.NEVER)
    private String apiKey =
            Objects.requireNonNullElse(System.getenv("DASHSCOPE_API_KEY"), EmulatorSettings.DEFAULT_KEY);

    @Option(names = "--strict", description = "Refuse bad input at submit; the real service lets it fail later.")
    private boolean strict;

    @Option(names = "--state", paramLabel = "DIR", description = "Keep tasks and ledger here across restarts.")
    private @Nullable Path state;

    @Override
    public Integer call() throws InterruptedException {
        EmulatorSettings settings = EmulatorSettings.defaults()
                .withPort(port)
                .withApiKey(apiKey)
                .withMode(strict ? Mode.STRICT : Mode.REAL)
                .withStateDirectory(state);
        try (Emulator emulator = Emulator.start(settings)) {
            var out = spec.commandLine().getOut();
            out.println("DashScope emulator, " + settings.mode() + " mode, at " + emulator.baseUrl());
            boolean own = apiKey.equals(EmulatorSettings.DEFAULT_KEY);
            out.println("  DASHSCOPE_HTTP_BASE_URL=" + emulator.baseUrl()
                    + (own ? " DASHSCOPE_API_KEY=" + apiKey : ", with the key it was given"));
            out.println("  and --set dashscope.result-hosts=http://127.0.0.1:*");
            out.flush();
            new CountDownLatch(1).await();
        }
        return ShuttleCommand.DONE;
    }
}
