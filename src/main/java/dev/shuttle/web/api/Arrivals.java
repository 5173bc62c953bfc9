package dev.shuttle.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.pipeline.intake.Claim;
import dev.shuttle.pipeline.intake.Weaves;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.paper.SidecarName;
import dev.shuttle.pipeline.publish.Publisher;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.TicketFile;
import dev.shuttle.report.outcome.Json;
import dev.shuttle.web.server.HttpProblem;
import dev.shuttle.web.server.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From an upload to a claim: a folder of its own holds the picture and, as its ticket, the form's other fields, as if both had
 * lain in the inbox.
 */
public final class Arrivals {
    private static final String TICKET = "ticket";
    /** A ticket's key, and the part that a point paper to be woven as it is may come in. */
    private static final String PAPER = "pointpaper";

    /** The form's words for a ticket's. */
    private static final Map<String, String> TICKET_KEYS = Map.of("style_preset", "preset", "color_count", "colours");

    private final Path uploads;
    private final Claim claim;
    private final long maxFileSize;
    private final Predicate<String> knowsPreset;

    /** Takes uploads by way of {@code work/uploads}. */
    public Arrivals(Path work, Claim claim, long maxFileSize, Predicate<String> knowsPreset) {
        this.knowsPreset = knowsPreset;
        this.uploads = work.resolve("uploads");
        this.claim = claim;
        this.maxFileSize = maxFileSize;
    }

    /** Clears away what a kill left; to be done before the first upload. */
    public void clear() throws IOException {
        Disk.deleteTree(uploads);
        Modes.ownersFolder(uploads);
    }

    Upload.Rules rules() {
        return new Upload.Rules(uploads, List.of("file", PAPER), "sidecar", "weave", maxFileSize);
    }

    /** Makes an upload a job's own. */
    JobFolder claimed(Upload upload) throws IOException {
        String name = ArrivedName.of(upload.fileName());
        Path folder = Files.createTempDirectory(uploads, "arrived-");
        try {
            Map<String, String> texts = new LinkedHashMap<>(upload.texts());
            if (upload.part().equals(PAPER)) {
                texts.put(PAPER, "as-is");
            }
            if (!texts.isEmpty()) {
                Disk.write(folder.resolve(TicketFile.ticketOf(name)), ticket(texts));
            }
            Path file = folder.resolve(name);
            Path sidecar = upload.sidecar();
            if (sidecar != null) {
                Disk.force(sidecar);
                Files.move(sidecar, SidecarName.of(file).get(0));
            }
            Disk.force(upload.file());
            Files.move(upload.file(), file);
            return claim.take(file, folder, weaves(upload.attached()));
        } finally {
            Disk.deleteTree(folder);
            Files.deleteIfExists(upload.file());
            if (upload.sidecar() != null) {
                Files.deleteIfExists(upload.sidecar());
            }
        }
    }

    private static Map<String, byte[]> weaves(Map<String, byte[]> attached) {
        Map<String, byte[]> weaves = new LinkedHashMap<>();
        attached.forEach((sent, bytes) -> {
            String name = ArrivedName.of(sent);
            if (!Weaves.isFile(name)) {
                throw new HttpProblem(
                        400,
                        "BAD_FORM",
                        "the part weave holds the file " + name + ", which is no weave by its name",
                        "send .wif, .dtx, .txt, .png, .bmp, .gif or .tif");
            }
            if (weaves.put(name, bytes) != null) {
                throw new HttpProblem(400, "PART_TWICE", "the file " + name + " is there twice", "send it once");
            }
        });
        return weaves;
    }

    /** An ended job's original, as a job of its own. */
    JobFolder again(Path original, Job job) throws IOException {
        Path folder = Files.createTempDirectory(uploads, "again-");
        try {
            String preset = job.order().preset();
            // The first folder names the preset, as in the inbox.
            Path place = folder;
            if (knowsPreset.test(preset)) {
                place = folder.resolve(preset);
                Modes.newOwnersFolder(place);
            }
            Path file = place.resolve(ArrivedName.of(job.source().name()));
            Path ticket = original.resolveSibling(Publisher.TICKET);
            if (Files.exists(ticket)) {
                Disk.copy(
                        ticket,
                        file.resolveSibling(
                                TicketFile.ticketOf(file.getFileName().toString())));
            }
            Path sidecar = original.resolveSibling(Publisher.SIDECAR);
            if (Files.exists(sidecar)) {
                Disk.copy(sidecar, SidecarName.of(file).get(0));
            }
            Disk.copy(original, file);
            return claim.take(file, folder, published(original, job));
        } finally {
            Disk.deleteTree(folder);
        }
    }

    /** The weaves that a job named and that lie beside its original. */
    private static Map<String, byte[]> published(Path original, Job job) throws IOException {
        Map<String, byte[]> weaves = new LinkedHashMap<>();
        Set<String> named =
                Weaves.written(job.order().ticket()).stream().map(Weaves::file).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(original.toAbsolutePath().getParent())) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(Publisher.WEAVE)
                        && named.contains(name.substring(Publisher.WEAVE.length()))
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    weaves.put(name.substring(Publisher.WEAVE.length()), Disk.read(file));
                }
            }
        }
        return weaves;
    }

    /** JSON, which is YAML too; a ticket of the client's own that cannot be read goes as it is, to be refused with the reason. */
    private static byte[] ticket(Map<String, String> texts) {
        String own = texts.get(TICKET);
        Object read = own == null ? Map.of() : value(own);
        if (own != null && (texts.size() == 1 || !(read instanceof Map))) {
            return own.getBytes(UTF_8);
        }
        Map<String, @Nullable Object> ticket = new LinkedHashMap<>();
        ((Map<?, ?>) read).forEach((key, value) -> ticket.put(String.valueOf(key), named(value)));
        texts.forEach((name, text) -> {
            if (!name.equals(TICKET)) {
                ticket.put(TICKET_KEYS.getOrDefault(name, name), name.equals("prompt") ? text : named(value(text)));
            }
        });
        return Json.bytes(ticket);
    }

    /** Numbers, lists and the like as YAML has them; what is none is a text. */
    private static Object value(String text) {
        try {
            Object value = TicketFile.value(text);
            return value == null ? text : value;
        } catch (RecipeException plain) {
            return text;
        }
    }

    /** The same with texts for keys: YAML has others, JSON has not. */
    private static @Nullable Object named(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            map.forEach((key, each) -> named.put(String.valueOf(key), named(each)));
            return named;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> named = new ArrayList<>();
            list.forEach(each -> named.add(named(each)));
            return named;
        }
        return value;
    }

    /** A client's file name as a name in our folder: data, of which only what no file system can have is taken off. */
    private static final class ArrivedName {
        private static final int MOST_BYTES = 200;
        private static final String NONE = "picture";

        private ArrivedName() {}

        static String of(String sent) {
            String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
            String name = last.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
            while (name.startsWith(".")) {
                name = name.substring(1);
            }
            return name.isEmpty() ? NONE : shortened(name);
        }

        /** Takes from the stem and leaves the ending. */
        private static String shortened(String name) {
            int dot = name.lastIndexOf('.');
            String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
            String stem = name.substring(0, name.length() - ending.length());
            while ((stem + ending).getBytes(UTF_8).length > MOST_BYTES) {
                stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
            }
            return stem + ending;
        }
    }
}
