package dev.shuttle.ops.doctor;

import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a port that {@code run} wants is free, or held by a Shuttle that runs.
 *
 * @param key the setting's first part, such as {@code shuttle.http}
 * @param at null: nothing is served
 */
record PortCheck(String name, String key, Settings.@Nullable Http at, Path work) implements Check {
    @Override
    public List<Finding> look() {
        return List.of(at == null ? new Words(name).ok("port.off") : tried(at));
    }

    private Finding tried(Settings.Http wanted) {
        Words words = new Words(name);
        String address = wanted.host() + ":" + wanted.port();
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(wanted.host()), wanted.port()));
            return words.ok("port.free", address);
        } catch (UnknownHostException e) {
            return words.fail("port.host", wanted.host(), key);
        } catch (IOException e) {
            return Running.on(work)
                    ? words.ok("port.running", address)
                    : words.fail("port.taken", address, String.valueOf(e.getMessage()), key);
        }
    }
}
