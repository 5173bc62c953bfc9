package dev.shuttle.cli;

import dev.shuttle.settings.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "version", description = "Print the version.", mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer>, IVersionProvider {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(getVersion()[0]);
        return ShuttleCommand.DONE;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"shuttle " + Installation.version() + ", Java " + System.getProperty("java.version")};
    }
}
