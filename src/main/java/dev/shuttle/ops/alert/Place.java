package dev.shuttle.ops.alert;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/**
 * Where the program runs.
 *
 * @param instance its work folder
 */
public record Place(String host, String instance) {
    /** This machine. */
    public static Place of(Path work) {
        try {
            return new Place(InetAddress.getLocalHost().getHostName(), work.toString());
        } catch (UnknownHostException nameless) {
            return new Place("localhost", work.toString());
        }
    }
}
