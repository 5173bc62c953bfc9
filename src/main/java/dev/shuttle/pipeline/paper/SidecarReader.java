package dev.shuttle.pipeline.paper;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shuttle.loom.cloth.Filling;
import dev.shuttle.loom.cloth.IssuedCloth;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Changing;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.Grid;
import dev.shuttle.loom.design.Stretch;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.paper.KnownPaper;
import dev.shuttle.loom.weave.Satin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Sidecar}, of which nothing is trusted. */
public final class SidecarReader {
    /** Larger files are none. */
    public static final int MOST_BYTES = 16 << 20;

    private static final int MOST_COMMENT = 4 << 20;

    private static final int MOST_LABEL = 255;

    /** Bytes that deflate makes of one, at most (RFC 1951). */
    private static final long MOST_INFLATED = 1032;

    private SidecarReader() {}

    /** Loaded only where one is read. */
    private static final class Json {
        static final JsonMapper MAPPER = new JsonMapper();
    }

    /**
     * Reads a file.
     *
     * @throws SidecarException saying what is wrong with it
     */
    public static Sidecar read(byte[] file) throws SidecarException {
        try {
            return sidecar(Json.MAPPER.readTree(file), true);
        } catch (IOException | RuntimeException e) {
            throw new SidecarException(
                    "it is no description of a point paper: "
                            + String.valueOf(e.getMessage()).split("\\R", 2)[0],
                    "take the .pointpaper.json that lay beside the paper when it was made, or none");
        }
    }

    /** The one that stands in a comment; empty where the comment is another's, or damaged. */
    static Optional<Sidecar> ofComment(String comment) {
        if (comment.length() > MOST_COMMENT
                || !comment.stripLeading().startsWith("{\"shuttle\":\"" + SidecarText.KIND + "\"")) {
            return Optional.empty();
        }
        try {
            return Optional.of(sidecar(Json.MAPPER.readTree(comment), false));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    /** @param withCells whether they are read where they are there: a comment has none */
    private static Sidecar sidecar(JsonNode json, boolean withCells) throws IOException {
        if (!json.path("shuttle").asText().equals(SidecarText.KIND)
                || json.path("version").asInt() != SidecarText.VERSION) {
            throw new IllegalArgumentException("it does not begin as one");
        }
        int ends = json.path("ends").asInt();
        int lines = json.path("lines").asInt();
        new Grid(ends, lines, Density.SQUARE);
        List<Sidecar.Colour> palette = new ArrayList<>();
        for (JsonNode colour : json.path("palette")) {
            String painted = colour.path("false_rgb").asText();
            palette.add(new Sidecar.Colour(
                    Rgb.parse(colour.path("rgb").asText()),
                    painted.isEmpty() ? null : Rgb.parse(painted),
                    colour.path("cells").asLong(),
                    colour.path("yarn").asText(),
                    colour.path("weave").asText()));
        }
        Map<String, Object> ticket = json.path("ticket").isObject()
                ? Json.MAPPER.convertValue(json.path("ticket"), new TypeReference<>() {})
                : new LinkedHashMap<>();
        ticket.values().removeIf(Objects::isNull);
        Sidecar read = new Sidecar(
                json.path("name").asText(),
                json.path("preset").asText(),
                ticket,
                ends,
                lines,
                json.has("ends_per_cm") ? density(json) : null,
                palette,
                json.has("cloth") ? cloth(json.path("cloth"), palette) : null,
                withCells && json.has("cells")
                        ? cells(json.path("cells").asText(), ends, lines, palette.size())
                        : null);
        read.known();
        return read;
    }

    private static Density density(JsonNode json) {
        double endsPerCm = json.path("ends_per_cm").asDouble();
        List<Stretch> stretches = new ArrayList<>();
        for (JsonNode one : json.path("densities")) {
            stretches.add(new Stretch(
                    one.path("lines").asInt(), one.path("lines_per_cm").asDouble(), false));
        }
        return stretches.isEmpty()
                ? new Density(endsPerCm, json.path("lines_per_cm").asDouble())
                : Density.of(endsPerCm, stretches);
    }

    private static IssuedCloth cloth(JsonNode json, List<Sidecar.Colour> palette) {
        JsonNode satin = json.path("satin");
        JsonNode changing = json.path("changing");
        WeaveOrder order = new WeaveOrder(
                StructureKind.valueOf(
                        json.path("structure").asText().toUpperCase(Locale.ROOT).replace('-', '_')),
                satin.isObject()
                        ? new Satin(
                                satin.path("ends").asInt(), satin.path("step").asInt())
                        : null,
                whole(json, "wefts"),
                whole(json, "float_limit"),
                changing.isObject()
                        ? new Changing(
                                changing.path("wefts").asInt(),
                                changing.path("band").asInt())
                        : null,
                null);
        List<IssuedCloth.IssuedBand> bands = new ArrayList<>();
        for (JsonNode band : json.path("bands")) {
            List<Filling> fillings = new ArrayList<>();
            for (JsonNode colour : band.path("colours")) {
                fillings.add(filling(colour.asText(), fillings.size(), palette));
            }
            bands.add(new IssuedCloth.IssuedBand(
                    band.path("from").asInt(), band.path("to").asInt(), colours(band.path("wefts")), fillings));
        }
        IssuedCloth cloth = new IssuedCloth(
                order,
                json.path("threads").asInt(),
                colours(json.path("warp")),
                Rgb.parse(json.path("binder").asText()),
                bands);
        // one that has no structure, or another number of threads, could not be woven
        if (order.kind() == StructureKind.AUTO || cloth.structure(order).threads() != cloth.threads()) {
            throw new IllegalArgumentException("its cloth has no structure of " + cloth.threads() + " threads");
        }
        return cloth;
    }

    private static @Nullable Integer whole(JsonNode json, String key) {
        return json.path(key).isInt() ? Integer.valueOf(json.path(key).asInt()) : null;
    }

    private static List<Rgb> colours(JsonNode json) {
        List<Rgb> colours = new ArrayList<>();
        json.forEach(colour -> colours.add(Rgb.parse(colour.asText())));
        return colours;
    }

    private static Filling filling(String text, int index, List<Sidecar.Colour> palette) {
        String[] parts = text.split(" ", -1);
        if ((parts.length != 4 && parts.length != 5) || index >= palette.size()) {
            throw new IllegalArgumentException("a colour of the cloth is " + text);
        }
        double difference = Double.parseDouble(parts[2]);
        double lost = Double.parseDouble(parts[3]);
        int weave = parts.length == 5 ? Integer.parseInt(parts[4]) : 0;
        if (!(difference >= 0 && difference <= 1000 && lost >= 0 && lost <= 1) || weave < 0) {
            throw new IllegalArgumentException("a colour of the cloth is " + text);
        }
        return new Filling(
                index, palette.get(index).rgb(), Rgb.parse(parts[1]), difference, lost, face(parts[0]), weave);
    }

    private static Filling.Face face(String text) {
        if (text.startsWith("L")) {
            return new Filling.Level(Double.parseDouble(text.substring(1)));
        }
        int plus = text.indexOf('+');
        return plus < 0
                ? new Filling.Pure(Integer.parseInt(text))
                : new Filling.Mixture(
                        Integer.parseInt(text.substring(0, plus)), Integer.parseInt(text.substring(plus + 1)));
    }

    private static KnownPaper.Cells cells(String text, int ends, int lines, int colours) {
        byte[] packed = Base64.getDecoder().decode(text);
        long size = (long) ends * lines;
        if (size > MOST_INFLATED * packed.length) {
            throw new IllegalArgumentException("it has fewer cells than " + size);
        }
        byte[] labels = new byte[Math.toIntExact(size)];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int done = 0;
            int count = 1;
            while (count > 0 && done < labels.length) {
                count = inflater.inflate(labels, done, labels.length - done);
                done += count;
            }
            if (done < labels.length) {
                throw new IllegalArgumentException("it has " + done + " cells, not " + labels.length);
            }
        } catch (DataFormatException damaged) {
            throw new IllegalArgumentException("its cells are damaged", damaged);
        } finally {
            inflater.end();
        }
        for (byte label : labels) {
            if ((label & MOST_LABEL) >= colours) {
                throw new IllegalArgumentException("a cell has the index " + (label & MOST_LABEL));
            }
        }
        return new KnownPaper.Cells(ends, lines, labels);
    }
}
