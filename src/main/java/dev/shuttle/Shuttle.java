package dev.shuttle;

/** The entry point. */
public final class Shuttle {
    private Shuttle() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        System.out.println("shuttle");
    }
}
