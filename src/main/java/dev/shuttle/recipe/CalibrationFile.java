package dev.shuttle.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Calibration;
import dev.shuttle.loom.design.MixingLaw;
import dev.shuttle.loom.design.StructureKind;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A calibration as {@code NAME.json} in the calibrations folder. */
public final class CalibrationFile {
    /** A file with more bytes is refused. */
    public static final int MOST_BYTES = 1 << 20;

    /** The word by which a ticket switches its preset's calibration off. */
    public static final String NONE = "none";

    private static final Pattern NAME = Pattern.compile(Vocabulary.CALIBRATION_NAME);
    private static final int VERSION = 1;

    private CalibrationFile() {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Written(
            int version,
            String structure,
            double yuleNielsenN,
            double spread,
            double tone,
            Map<String, List<Double>> yarns,
            int patches,
            double de2000Before,
            double de2000Fitted,
            double de2000LeftOut) {}

    /** Whether a calibration may be called that. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.equals(NONE);
    }

    /** The file's name. */
    public static String file(String name) {
        return name + ".json";
    }

    /** The whole file. */
    public static byte[] written(Calibration calibration) {
        Map<String, List<Double>> yarns = new TreeMap<>();
        calibration
                .yarns()
                .forEach((yarn, lab) ->
                        yarns.put(yarn.hex(), List.of(round(lab.lightness()), round(lab.a()), round(lab.b()))));
        Calibration.Quality quality = calibration.quality();
        Written written = new Written(
                VERSION,
                Word.of(calibration.structure()),
                round(calibration.law().n()),
                round(calibration.law().spread()),
                round(calibration.tone()),
                yarns,
                quality.patches(),
                round(quality.before()),
                round(quality.fitted()),
                round(quality.leftOut()));
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a calibration is always JSON", e);
        }
    }

    private static double round(double value) {
        return Math.rint(value * 1000) / 1000;
    }

    /**
     * Reads a whole file.
     *
     * @throws RecipeException where it is no calibration
     */
    public static Calibration read(String name, byte[] file) throws RecipeException {
        try {
            Written written = Json.MAPPER.readValue(file, Written.class);
            if (written.version != VERSION) {
                throw new IllegalArgumentException("its version is " + written.version);
            }
            Map<Rgb, Lab> yarns = new LinkedHashMap<>();
            written.yarns.forEach((hex, lab) -> yarns.put(Rgb.parse(hex), new Lab(lab.get(0), lab.get(1), lab.get(2))));
            return new Calibration(
                    name,
                    Word.value(StructureKind.class, written.structure),
                    new MixingLaw(written.spread, written.yuleNielsenN),
                    written.tone,
                    yarns,
                    new Calibration.Quality(
                            written.patches, written.de2000Before, written.de2000Fitted, written.de2000LeftOut));
        } catch (IOException | RuntimeException e) {
            throw new RecipeException(
                    "calibration: " + file(name) + " is no calibration of this program's",
                    "make it again: shuttle calibrate patches.csv --name " + name);
        }
    }

    /** Loaded only where a calibration is read or written. */
    private static final class Json {
        static final JsonMapper MAPPER = new JsonMapper();
    }
}
