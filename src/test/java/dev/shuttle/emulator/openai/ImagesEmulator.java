package dev.shuttle.emulator.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shuttle.emulator.http.Answer;
import dev.shuttle.emulator.http.Ending;
import dev.shuttle.emulator.http.Listener;
import dev.shuttle.emulator.http.Multipart;
import dev.shuttle.emulator.http.Request;
import dev.shuttle.emulator.picture.Brush;
import dev.shuttle.emulator.picture.Painter;
import dev.shuttle.emulator.picture.PictureFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/images/edits} of OpenAI, by its published OpenAPI description, and of sd-server, by stable-diffusion.cpp's
 * {@code examples/server}. What a picture costs is counted when it is made, whatever becomes of the answer. Not known: OpenAI's words for
 * a refused picture, and whether a 5xx of its own is billed; here it is not.
 */
public final class ImagesEmulator implements AutoCloseable {
    /** The key that OpenAI's form of it takes. */
    public static final String KEY = "sk-images-0123456789abcdef";

    private static final Pattern SD_ARGS = Pattern.compile("<sd_cpp_extra_args>(.*?)</sd_cpp_extra_args>");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean sdServer;
    private final Listener listener;
    private final Deque<Object> faults = new ArrayDeque<>();
    private int billed;

    /** What was asked for: the fields of each form, and {@code path}. */
    public final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();

    private ImagesEmulator(boolean sdServer) {
        this.sdServer = sdServer;
        this.listener = Listener.start(0, this::answer);
    }

    /** OpenAI's. */
    public static ImagesEmulator openAi() {
        return new ImagesEmulator(false);
    }

    /** stable-diffusion.cpp's. */
    public static ImagesEmulator sdServer() {
        return new ImagesEmulator(true);
    }

    /** With {@code /v1}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + listener.port() + "/v1");
    }

    /** The next request is answered so, and nothing is made. */
    public synchronized ImagesEmulator refuse(int status, String body) {
        faults.add(Answer.of(status, body.startsWith("{") ? "application/json" : "text/html", body));
        return this;
    }

    /** The next picture is made and billed, and its answer ends like this. */
    public synchronized ImagesEmulator lose(Ending ending) {
        faults.add(ending);
        return this;
    }

    /** How many pictures were made. */
    public synchronized int billed() {
        return billed;
    }

    private synchronized Answer answer(Request request) {
        Multipart form = Multipart.of(request);
        Map<String, String> fields = new HashMap<>();
        form.parts().forEach(part -> fields.put(part.name(), part.name().contains("image") ? "" : part.text()));
        fields.put("path", request.method() + " " + request.path());
        forms.add(fields);
        if (!sdServer && !("Bearer " + KEY).equals(request.headers().first("Authorization"))) {
            return error(
                    401,
                    "invalid_api_key",
                    "Incorrect API key provided: " + request.headers().first("Authorization"));
        }
        if (!request.path().equals("/v1/images/edits")) {
            return error(404, "not_found", "Invalid URL");
        }
        Object fault = faults.poll();
        return fault instanceof Answer refusal ? refusal : made(form, fault instanceof Ending ending ? ending : null);
    }

    private Answer made(Multipart form, @Nullable Ending ending) {
        Multipart.Part picture = form.part("image[]");
        Multipart.Part prompt = form.part("prompt");
        if (picture == null || prompt == null || prompt.text().isBlank()) {
            return error(400, "missing_required_parameter", "Missing required parameter: 'image' or 'prompt'.");
        }
        try {
            long seed = seed(prompt.text());
            BufferedImage painted = Painter.paint(PictureFile.decode(picture.value()), new Brush(0.6, seed, false));
            billed++;
            String base64 = Base64.getEncoder().encodeToString(PictureFile.png(painted));
            Answer whole = Answer.of(
                            200,
                            "application/json",
                            "{\"created\":1795000000,\"output_format\":\"png\",\"data\":[{\"b64_json\":\"" + base64
                                    + "\"}]}")
                    .with("X-Emulator", "true")
                    .with("x-request-id", "req-" + billed);
            return ending == null ? whole : whole.ending(ending);
        } catch (IOException | IllegalArgumentException notAPicture) {
            return error(400, "invalid_image_file", "Invalid image file or mode for image.");
        }
    }

    private static long seed(String prompt) throws IOException {
        Matcher arguments = SD_ARGS.matcher(prompt);
        return arguments.find()
                ? JSON.readTree(arguments.group(1).getBytes(UTF_8)).path("seed").asLong(-1)
                : 0;
    }

    private Answer error(int status, String code, String message) {
        String said = message.replace("\"", "'");
        return Answer.of(
                status,
                "application/json",
                sdServer
                        ? "{\"error\":\"" + said + "\"}"
                        : "{\"error\":{\"message\":\"%s\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"%s\"}}"
                                .formatted(said, code));
    }

    @Override
    public void close() {
        listener.close();
    }
}
