package dev.shuttle.ops.doctor;

import dev.shuttle.pipeline.convert.SystemFonts;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The Java that runs, and what it finds on this machine: the encoding of file names, ports, a Shuttle that runs already. */
final class MachineChecks {
    private MachineChecks() {}

    /**
     * The Java that runs, and its heap.
     *
     * @param heap bytes at most
     */
    record JavaCheck(String version, long heap, long maxPixels) implements Check {
        /** What a picture takes in the loom engine, measured, and what the program takes without one. */
        private static final int BYTES_A_PIXEL = 6;

        private static final long PROGRAM = 64L << 20;

        static JavaCheck ofProcess(long maxPixels) {
            return new JavaCheck(
                    System.getProperty("java.version"), Runtime.getRuntime().maxMemory(), maxPixels);
        }

        @Override
        public String name() {
            return "java";
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            long needed = maxPixels * BYTES_A_PIXEL + PROGRAM;
            long fits = Math.max(0, heap - PROGRAM) / BYTES_A_PIXEL / 1_000_000;
            return List.of(
                    heap >= needed
                            ? words.ok("java", version, megabytes(heap))
                            : words.warn("java.heap", version, megabytes(heap), megabytes(needed), fits));
        }

        private static long megabytes(long bytes) {
            return bytes >> 20;
        }
    }

    /**
     * Whether Chinese letters can be drawn into prints.
     *
     * @param file of the font that has them; null where there is none
     */
    record FontCheck(@Nullable Path file) implements Check {
        static FontCheck ofProcess() {
            return new FontCheck(
                    SystemFonts.chinese().map(SystemFonts.Found::file).orElse(null));
        }

        @Override
        public String name() {
            return "font";
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            return List.of(file == null ? words.warn("font.none") : words.ok("font", file));
        }
    }

    /**
     * In which characters file names are read.
     *
     * @param encoding Java's {@code sun.jnu.encoding}, which the system's locale decides
     */
    record EncodingCheck(String encoding) implements Check {
        static EncodingCheck ofProcess() {
            return new EncodingCheck(String.valueOf(System.getProperty("sun.jnu.encoding")));
        }

        @Override
        public String name() {
            return "encoding";
        }

        @Override
        public List<Finding> look() {
            Words words = new Words(name());
            boolean all = encoding.toUpperCase(Locale.ROOT).startsWith("UTF");
            return List.of(all ? words.ok("encoding", encoding) : words.warn("encoding.narrow", encoding));
        }
    }

    /** Whether a Shuttle is at work here; either is fine, but it explains ports and folders. */
    record RunningCheck(Path work) implements Check {
        @Override
        public String name() {
            return "running";
        }

        @Override
        public List<Finding> look() {
            return List.of(new Words(name()).ok(isRunning(work) ? "running" : "running.not", work));
        }
    }

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
                return isRunning(work)
                        ? words.ok("port.running", address)
                        : words.fail("port.taken", address, FileErrors.reason(e), key);
            }
        }
    }

    /** Whether a Shuttle holds {@code run.lock}: it gives nobody a share of it. One that is given is handed back at once. */
    private static boolean isRunning(Path work) {
        Path file = work.resolve("run.lock");
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock share = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return share == null;
        } catch (OverlappingFileLockException inThisProcess) {
            return true;
        } catch (IOException unknown) {
            return false;
        }
    }
}
