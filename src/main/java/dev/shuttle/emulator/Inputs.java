package dev.shuttle.emulator;

import dev.shuttle.emulator.picture.PictureFormat;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the text in a picture's place into the picture's bytes. Nothing is ever fetched from another host. */
final class Inputs {
    private static final Pattern DATA_URL = Pattern.compile("data:([^;,]*);base64,(.*)", Pattern.DOTALL);
    private static final List<PictureFormat> TAKEN =
            List.of(PictureFormat.JPEG, PictureFormat.PNG, PictureFormat.BMP, PictureFormat.TIFF, PictureFormat.WEBP);

    /** Bytes, or what is wrong. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Found(byte @Nullable [] bytes, @Nullable Problem problem) {
        static Found of(byte[] bytes) {
            return new Found(bytes, null);
        }

        static Found not(Problem problem) {
            return new Found(null, problem);
        }
    }

    private final Shelf shelf;
    private final Tasks tasks;
    private final ResultStore results;
    private final IntSupplier port;
    private final Map<String, Event.Uploaded> uploads = new ConcurrentHashMap<>();

    Inputs(Shelf shelf, Tasks tasks, ResultStore results, IntSupplier port) {
        this.shelf = shelf;
        this.tasks = tasks;
        this.results = results;
        this.port = port;
    }

    void uploaded(Event.Uploaded upload) {
        uploads.put(upload.key(), upload);
    }

    boolean hasUpload(String key) {
        return uploads.containsKey(key);
    }

    /** The picture that this text stands for. */
    Found find(Fields.Picture place, Model model, Instant now) {
        String text = String.valueOf(place.value());
        if (text.startsWith("oss://")) {
            return upload(place.field(), text.substring("oss://".length()), model, now);
        } else if (text.startsWith("http://") || text.startsWith("https://")) {
            return ownResult(place.field(), text);
        }
        return dataUrl(place.field(), text);
    }

    private static Found dataUrl(String field, String text) {
        Matcher dataUrl = DATA_URL.matcher(text);
        if (!dataUrl.matches()) {
            return Found.not(Problem.undocumented(
                    "InvalidParameter",
                    field + ": neither a URL nor data:{MIME};base64,{data} (base64 without that prefix is no"
                            + " documented form)"));
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(dataUrl.group(2));
        } catch (IllegalArgumentException undecodable) {
            return Found.not(Problem.undocumented("InvalidParameter", field + ": not base64 on one line"));
        }
        PictureFormat format = PictureFormat.of(bytes);
        if (format == null || !TAKEN.contains(format)) {
            return Found.not(Problem.of(
                    DocumentedError.IMAGE_FORMAT, field + ": none of JPEG, PNG, BMP, TIFF, WEBP by its first bytes"));
        } else if (!format.mime().equals(dataUrl.group(1))) {
            return Found.not(Problem.undocumented(
                    "InvalidParameter", field + ": says " + dataUrl.group(1) + " but is " + format.mime()));
        }
        return Found.of(bytes);
    }

    private Found upload(String field, String key, Model model, Instant now) {
        Event.Uploaded upload = uploads.get(key);
        boolean valid = upload != null
                && upload.model().equals(model.name())
                && now.isBefore(upload.at().plus(UploadEndpoint.LIFE));
        Optional<byte[]> bytes = valid && upload != null ? shelf.get(upload.sha256()) : Optional.empty();
        return bytes.map(Found::of)
                .orElseGet(() -> Found.not(new Problem(
                        DocumentedError.INVALID_PARAMETER_DATA_INSPECTION.code(),
                        DocumentedError.INVALID_PARAMETER_DATA_INSPECTION.message(),
                        field + ": no upload of the last 48 h for " + model.name() + " under this oss:// URL")));
    }

    private Found ownResult(String field, String text) {
        try {
            URI url = URI.create(text);
            Optional<ResultAddress> address = ResultAddress.in(String.valueOf(url.getPath()));
            Optional<Task> task = address.flatMap(each -> tasks.find(each.taskId()));
            if (url.getPort() == port.getAsInt() && "127.0.0.1".equals(url.getHost()) && task.isPresent()) {
                return Found.of(
                        results.picture(task.get(), address.orElseThrow().index()));
            }
        } catch (IllegalArgumentException noUrl) {
            return Found.not(Problem.undocumented("InvalidURL", field + ": not a URL"));
        }
        return Found.not(Problem.undocumented(
                "BadRequest.InputDownloadFailed",
                field + ": the emulator fetches nothing from other hosts; send a data URL or upload the file"));
    }
}
