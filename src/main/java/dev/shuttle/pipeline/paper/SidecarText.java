package dev.shuttle.pipeline.paper;

import dev.shuttle.loom.cloth.Filling;
import dev.shuttle.loom.cloth.IssuedCloth;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Changing;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.Stretch;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.paper.KnownPaper;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Sidecar} as JSON in ASCII. By hand: binding by reflection takes longer than a small picture. */
final class SidecarText {
    /** What the first key says. */
    static final String KIND = "point paper";

    static final int VERSION = 1;
    /** Above it zlib looks for lazy matches, which on labels take twice the time for an eighth of the size. */
    private static final int LEVEL = 3;

    private SidecarText() {}

    static String of(Sidecar sidecar, boolean withCells) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("shuttle", KIND);
        json.put("version", VERSION);
        json.put("name", sidecar.name());
        json.put("preset", sidecar.preset());
        json.put("ticket", sidecar.ticket());
        json.put("ends", sidecar.ends());
        json.put("lines", sidecar.lines());
        if (sidecar.density() != null) {
            json.put("ends_per_cm", sidecar.density().endsPerCm());
            json.put("lines_per_cm", sidecar.density().linesPerCm());
            if (!sidecar.density().isEven()) {
                json.put("densities", densities(sidecar.density()));
            }
        }
        json.put("palette", palette(sidecar));
        if (sidecar.cloth() != null) {
            json.put("cloth", cloth(sidecar.cloth()));
        }
        if (withCells && sidecar.cells() != null) {
            json.put("cells", cells(sidecar.cells()));
        }
        StringBuilder text = new StringBuilder();
        write(json, text);
        return text.toString();
    }

    private static List<Object> densities(Density density) {
        List<Object> densities = new ArrayList<>();
        for (Stretch stretch : density.stretches()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("lines", stretch.lines());
            json.put("lines_per_cm", stretch.linesPerCm());
            densities.add(json);
        }
        return densities;
    }

    private static List<Object> palette(Sidecar sidecar) {
        List<Object> palette = new ArrayList<>();
        for (Sidecar.Colour colour : sidecar.palette()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("index", palette.size());
            json.put("rgb", colour.rgb().hex());
            if (colour.falseRgb() != null) {
                json.put("false_rgb", colour.falseRgb().hex());
            }
            json.put("cells", colour.cells());
            json.put("yarn", colour.yarn());
            json.put("weave", colour.weave());
            palette.add(json);
        }
        return palette;
    }

    private static Map<String, Object> cloth(IssuedCloth cloth) {
        WeaveOrder order = cloth.order();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("structure", order.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (order.satin() != null) {
            json.put(
                    "satin",
                    Map.of("ends", order.satin().ends(), "step", order.satin().step()));
        }
        if (order.wefts() != null) {
            json.put("wefts", order.wefts());
        }
        if (order.floatLimit() != null) {
            json.put("float_limit", order.floatLimit());
        }
        Changing changing = order.changing();
        if (changing != null) {
            json.put("changing", Map.of("wefts", changing.wefts(), "band", changing.band()));
        }
        json.put("threads", cloth.threads());
        json.put("warp", hex(cloth.warp()));
        json.put("binder", cloth.binder().hex());
        List<Object> bands = new ArrayList<>();
        for (IssuedCloth.IssuedBand band : cloth.bands()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("from", band.from());
            one.put("to", band.to());
            one.put("wefts", hex(band.wefts()));
            one.put(
                    "colours",
                    band.fillings().stream().map(SidecarText::filling).toList());
            bands.add(one);
        }
        json.put("bands", bands);
        return json;
    }

    private static List<String> hex(List<Rgb> colours) {
        return colours.stream().map(Rgb::hex).toList();
    }

    /** What lies on the face, what it looks like, its difference, the share that is lost, and the number of a weave of its own. */
    private static String filling(Filling filling) {
        return face(filling.face()) + " " + filling.woven().hex() + " "
                + String.format(Locale.ROOT, "%.4f %.6f", filling.difference(), filling.lost())
                + (filling.weave() == 0 ? "" : " " + filling.weave());
    }

    private static String face(Filling.Face face) {
        if (face instanceof Filling.Pure pure) {
            return String.valueOf(pure.thread());
        }
        return face instanceof Filling.Mixture mixture
                ? mixture.even() + "+" + mixture.odd()
                : "L" + ((Filling.Level) face).level();
    }

    private static String cells(KnownPaper.Cells cells) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, new Deflater(LEVEL))) {
            deflated.write(cells.labels());
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            out.append('{');
            String comma = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(comma);
                text(String.valueOf(entry.getKey()), out);
                out.append(':');
                write(entry.getValue(), out);
                comma = ",";
            }
            out.append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            String comma = "";
            for (Object each : list) {
                out.append(comma);
                write(each, out);
                comma = ",";
            }
            out.append(']');
        } else if (value instanceof Number || value instanceof Boolean || value == null) {
            out.append(value);
        } else {
            text(value.toString(), out);
        }
    }

    private static void text(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
