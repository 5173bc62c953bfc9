package dev.shuttle;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "convert", description = "Convert pictures now.", mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return Shuttle.DONE;
    }
}
