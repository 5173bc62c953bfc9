package dev.shuttle.cli;

import picocli.CommandLine;

/** How picocli shall run the commands; a class of its own so that {@link ShuttleCommand} does without picocli where it can. */
final class Commands {
    private Commands() {}

    /** {@code convert} without the other commands. */
    static CommandLine convert(Terminal terminal) {
        return line(new ConvertCommand(), terminal).setCommandName("shuttle convert");
    }

    static CommandLine line(Object command, Terminal terminal) {
        return new CommandLine(command)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setExecutionExceptionHandler((failure, line, parsed) -> Failures.print(failure, line.getErr()))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
