package dev.shuttle;

import dev.shuttle.cli.ShuttleCommand;

/** The entry point: {@code shuttle [COMMAND]}. */
public final class Shuttle {
    private Shuttle() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.exit(ShuttleCommand.execute(args));
    }
}
