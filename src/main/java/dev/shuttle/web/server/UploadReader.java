package dev.shuttle.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;

/** Writes a form's file to the disk as it comes in, without a thread that waits for the client. */
final class UploadReader {
    private final Request request;
    private final Upload.Rules rules;

    UploadReader(Request request, Upload.Rules rules) {
        this.request = request;
        this.rules = rules;
    }

    /** The upload when it is complete; fails with an {@link HttpProblem} and leaves nothing on the disk. */
    CompletableFuture<Upload> read() {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data")) {
            return CompletableFuture.failedFuture(
                    new HttpProblem(415, "NOT_A_FORM", "the content is not multipart/form-data", "curl -F file=@…"));
        }
        if (request.getLength() > rules.maxLength()) {
            return CompletableFuture.failedFuture(tooLarge());
        }
        CompletableFuture<Upload> upload = new CompletableFuture<>();
        MultiPartFormData.onParts(request, request, type, limits(), new Promise.Invocable<>() {
            @Override
            public void succeeded(MultiPartFormData.Parts parts) {
                try {
                    upload.complete(taken(parts));
                } catch (RuntimeException e) {
                    upload.completeExceptionally(e);
                }
            }

            @Override
            public void failed(Throwable failure) {
                upload.completeExceptionally(problem(failure));
            }
        });
        return upload;
    }

    private MultiPartConfig limits() {
        return new MultiPartConfig.Builder()
                .location(rules.folder())
                .maxSize(rules.maxLength())
                .maxPartSize(rules.maxFileSize())
                .maxMemoryPartSize(Upload.Rules.IN_MEMORY)
                .maxParts(rules.maxParts())
                .useFilesForPartsWithoutFileName(true)
                .build();
    }

    private Upload taken(MultiPartFormData.Parts parts) {
        try (parts) {
            List<MultiPart.Part> files = new ArrayList<>();
            Map<String, String> texts = texts(parts, files);
            MultiPart.Part file = only(files);
            List<MultiPart.Part> sidecars = parts.getAll(rules.sidecar());
            if (sidecars.size() > 1) {
                throw twice(rules.sidecar());
            }
            Map<String, byte[]> attached = attached(parts);
            String name = file.getFileName();
            return new Upload(
                    written(file),
                    name == null ? "" : name,
                    String.valueOf(file.getName()),
                    sidecars.isEmpty() ? null : written(sidecars.get(0)),
                    attached,
                    texts);
        }
    }

    private MultiPart.Part only(List<MultiPart.Part> files) {
        if (files.size() == 1) {
            return files.get(0);
        }
        throw files.isEmpty()
                ? new HttpProblem(400, "FILE_MISSING", "there is no part " + rules.file(), "curl -F file=@peony.jpg …")
                : new HttpProblem(400, "TOO_MANY_FILES", "one picture at a time", "send each on its own");
    }

    private boolean isAttached(MultiPart.Part part) {
        String name = part.getFileName();
        return rules.attached().equals(part.getName()) && name != null && !name.isEmpty();
    }

    private Map<String, byte[]> attached(MultiPartFormData.Parts parts) {
        Map<String, byte[]> attached = new LinkedHashMap<>();
        for (MultiPart.Part part : parts.getAll(rules.attached())) {
            if (!isAttached(part)) {
                continue;
            }
            if (part.getLength() > Upload.Rules.MAX_ATTACHED) {
                throw new HttpProblem(
                        413,
                        "FILE_TOO_LARGE",
                        "the part " + rules.attached() + " has more than " + Upload.Rules.MAX_ATTACHED + " bytes",
                        "send one repeat of the weave");
            }
            if (attached.put(part.getFileName(), bytes(part)) != null) {
                throw new HttpProblem(
                        400, "PART_TWICE", "the file " + part.getFileName() + " is there twice", "send it once");
            }
        }
        return attached;
    }

    private byte[] bytes(MultiPart.Part part) {
        Path file = written(part);
        try {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isFile(MultiPart.Part part) {
        String name = String.valueOf(part.getName());
        return name.equals(rules.file()) || (rules.files().contains(name) && part.getFileName() != null);
    }

    private static HttpProblem twice(String name) {
        return new HttpProblem(400, "PART_TWICE", "the part " + name + " is there twice", "send it once");
    }

    /** The texts; parts that are files are added to {@code files}. */
    private Map<String, String> texts(MultiPartFormData.Parts parts, List<MultiPart.Part> files) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (MultiPart.Part part : parts) {
            String name = String.valueOf(part.getName());
            if (isFile(part)) {
                files.add(part);
                continue;
            }
            if (name.equals(rules.sidecar()) || isAttached(part)) {
                continue;
            }
            if (part.getLength() > Upload.Rules.MAX_TEXT) {
                throw new HttpProblem(
                        400,
                        "BAD_FORM",
                        "the part " + name + " has more than " + Upload.Rules.MAX_TEXT + " bytes",
                        "only the part " + rules.file() + " may be long");
            }
            String text = part.getContentAsString(UTF_8).strip();
            if (!text.isEmpty() && texts.put(name, text) != null) {
                throw twice(name);
            }
        }
        return texts;
    }

    private Path written(MultiPart.Part file) {
        try {
            Path path = Files.createTempFile(rules.folder(), "upload-", "");
            file.writeTo(path);
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parser names its limits in words only. */
    private Throwable problem(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String said = String.valueOf(cause.getMessage());
        if (said.startsWith("max file size") || said.startsWith("max length")) {
            return tooLarge();
        }
        if (cause instanceof TimeoutException || cause.getCause() instanceof TimeoutException) {
            return new HttpProblem(408, "UPLOAD_STOOD_STILL", "nothing more of the upload came", "send it again");
        }
        boolean unreadable = cause instanceof BadMessageException
                || cause instanceof IllegalStateException
                || cause instanceof EOFException;
        return unreadable
                ? new HttpProblem(400, "BAD_FORM", "the form cannot be read: " + said, "send it as curl -F does")
                : cause;
    }

    private HttpProblem tooLarge() {
        return new HttpProblem(
                413,
                "FILE_TOO_LARGE",
                "the picture has more than " + rules.maxFileSize() + " bytes",
                "save it smaller, or raise shuttle.max-file-size");
    }
}
