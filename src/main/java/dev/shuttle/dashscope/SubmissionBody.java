package dev.shuttle.dashscope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The documented bodies.
 *
 * <p>{@code n} is always sent, since some models make and bill four pictures by default; so is {@code watermark: false}.
 */
final class SubmissionBody {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private SubmissionBody() {}

    static byte[] of(Submission submission) {
        String url = submission.picture().dataUrl();
        var bytes = new ByteArrayOutputStream(url.length() + 8192);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("model", submission.model().name());
            json.writeObjectFieldStart("input");
            writeInput(json, submission, url);
            json.writeEndObject();
            json.writeObjectFieldStart("parameters");
            writeParameters(json, submission);
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    private static void writeInput(JsonGenerator json, Submission submission, String url) throws IOException {
        switch (submission.model().shape()) {
            case FUNCTION -> writeFunction(json, submission, url);
            case IMAGES -> writeImages(json, submission, url);
            case IMAGE_THEN_TEXT -> writeMessage(json, "image", url, "text", submission.prompt());
            case TEXT_THEN_IMAGE -> writeMessage(json, "text", submission.prompt(), "image", url);
        }
    }

    private static void writeFunction(JsonGenerator json, Submission submission, String url) throws IOException {
        json.writeStringField("function", submission.function());
        json.writeStringField("prompt", submission.prompt());
        json.writeStringField("base_image_url", url);
    }

    private static void writeImages(JsonGenerator json, Submission submission, String url) throws IOException {
        json.writeStringField("prompt", submission.prompt());
        if (!submission.negative().isEmpty()) {
            json.writeStringField("negative_prompt", submission.negative());
        }
        json.writeArrayFieldStart("images");
        json.writeString(url);
        json.writeEndArray();
    }

    private static void writeMessage(
            JsonGenerator json, String firstName, String first, String secondName, String second) throws IOException {
        json.writeArrayFieldStart("messages");
        json.writeStartObject();
        json.writeStringField("role", "user");
        json.writeArrayFieldStart("content");
        writeContent(json, firstName, first);
        writeContent(json, secondName, second);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void writeContent(JsonGenerator json, String name, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField(name, value);
        json.writeEndObject();
    }

    private static void writeParameters(JsonGenerator json, Submission submission) throws IOException {
        json.writeNumberField("n", 1);
        json.writeNumberField("seed", submission.seed());
        json.writeBooleanField("watermark", false);
        if (submission.sendsStrength()) {
            json.writeNumberField("strength", submission.strength());
        }
        if (isMessages(submission.model()) && !submission.negative().isEmpty()) {
            json.writeStringField("negative_prompt", submission.negative());
        }
        for (Map.Entry<String, Object> extra : new TreeMap<>(submission.model().extras()).entrySet()) {
            json.writePOJOField(extra.getKey(), extra.getValue());
        }
    }

    private static boolean isMessages(Model model) {
        return model.shape() == Model.Shape.IMAGE_THEN_TEXT || model.shape() == Model.Shape.TEXT_THEN_IMAGE;
    }
}
