package dev.shuttle.pipeline.intake;

import dev.shuttle.loom.image.ForeignFormat;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.pipeline.disk.Disk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Has HEIC and AVIF pictures decoded by a program of the machine, such as libheif's {@code heif-convert}: a process of its own, bounded in
 * time and in what it writes, without this program's environment, in which secrets are.
 *
 * @param command the program's name or path, called with the picture and the PNG to write; empty: none is used
 * @param maxPixels the most pixels that its picture may have
 * @param patience how long it may take
 */
public record HeifProgram(String command, long maxPixels, Duration patience) {
    /** What a decoder of one picture may take. */
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofMillis(100);
    /** A PNG of eight bytes a pixel that cannot be compressed, and its headers. */
    private static final int BYTES_A_PIXEL = 9;

    private static final String INSTALL =
            "install heif-convert (Debian and Ubuntu: libheif-examples; macOS: libheif) or name another program as"
                    + " shuttle.heif-program; or save the picture as JPEG: on an iPhone Settings > Camera > Formats >"
                    + " Most Compatible";

    /** The format of a file, where it is one that this is for. */
    public static Optional<ForeignFormat> format(byte[] file) {
        return ForeignFormat.of(file).filter(format -> format == ForeignFormat.HEIC || format == ForeignFormat.AVIF);
    }

    /**
     * Decodes a picture.
     *
     * @param picture the HEIC or AVIF file
     * @param png where to; appears whole or not at all
     * @throws PictureException where no program is there, or it cannot read this picture, with what to do
     */
    public void decode(ForeignFormat format, Path picture, Path png) throws IOException, PictureException {
        if (command.isEmpty()) {
            throw PictureException.foreign(format, ", and shuttle.heif-program names none that reads it", INSTALL);
        }
        Path part = png.resolveSibling(".part-" + png.getFileName() + ".png");
        try {
            run(format, picture, part);
            Files.move(part, png, StandardCopyOption.ATOMIC_MOVE);
            Disk.forceFolder(png.getParent());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void run(ForeignFormat format, Path picture, Path png) throws IOException, PictureException {
        Process process = started(format, picture.toAbsolutePath(), png.toAbsolutePath());
        try {
            long most = BYTES_A_PIXEL * maxPixels;
            for (long waited = 0; !process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS); waited += LOOK.toMillis()) {
                if (waited > patience.toMillis()) {
                    throw failed(format, " took longer than " + patience.toSeconds() + " s over it");
                }
                if (Files.exists(png) && Files.size(png) > most) {
                    throw failed(format, " wrote more than " + maxPixels + " pixels can take (shuttle.max-pixels)");
                }
            }
            if (process.exitValue() != 0 || !Files.exists(png)) {
                throw failed(format, " could not read it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while " + command + " was at work", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process started(ForeignFormat format, Path picture, Path png) throws PictureException {
        ProcessBuilder builder = new ProcessBuilder(command, picture.toString(), png.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(devNull()));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(Set.of("PATH", "LANG", "LC_ALL", "SystemRoot", "TEMP", "TMPDIR"));
        try {
            return builder.start();
        } catch (IOException notThere) {
            throw PictureException.foreign(
                    format, ", and there is no program " + command + " here to read it", INSTALL);
        }
    }

    private static File devNull() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return new File(windows ? "NUL" : "/dev/null");
    }

    private PictureException failed(ForeignFormat format, String what) {
        return PictureException.foreign(
                format, ", and " + command + what, "open it in a viewer, and save it as JPEG or PNG");
    }
}
