package dev.shuttle.campaign;

import dev.shuttle.loom.image.Picture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The reference reader, {@code docs/campaigns/reference.py}, as a process that answers line by line. */
final class Reference implements AutoCloseable {
    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;
    private final Path picture;

    private Reference(Process process, Path picture) {
        this.process = process;
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.picture = picture;
    }

    static Reference start() throws IOException {
        String python = System.getenv().getOrDefault("PYTHON", "python3");
        Process process = new ProcessBuilder(python, "docs/campaigns/reference.py")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Reference(process, Files.createTempFile("decoded", ".ppm"));
    }

    /** What the reader makes of the file, beside what was decoded; null where it was refused. */
    String compare(Path file, @Nullable Picture decoded) throws IOException {
        if (decoded != null) {
            write(decoded);
        }
        questions.println(file + "\t" + (decoded == null ? "" : picture));
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the reference reader has ended: are python3-pil and python3-numpy installed?");
        }
        return answer;
    }

    private void write(Picture decoded) throws IOException {
        try (OutputStream out = Files.newOutputStream(picture)) {
            String head = "P6\n" + decoded.width() + " " + decoded.height() + "\n255\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] rgb = decoded.bgr().clone();
            for (int i = 0; i < rgb.length; i += 3) {
                byte blue = rgb[i];
                rgb[i] = rgb[i + 2];
                rgb[i + 2] = blue;
            }
            out.write(rgb);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.deleteIfExists(picture);
    }
}
