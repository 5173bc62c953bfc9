package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.blanket.Area;
import dev.shuttle.loom.blanket.Blanket;
import dev.shuttle.loom.blanket.Patch;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.Filling;
import dev.shuttle.loom.cloth.WovenColours;
import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.format.CsvText;
import dev.shuttle.loom.weave.FloatBounds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The patches of a blanket, for spreadsheets and for the report. */
final class PatchList {
    /** The first line; ends and lines count from the left and the top, picks as in the pick plan, all from 1. */
    static final String HEADER = "patch,row,column,weave,yarn,hex,red,green,blue,L,a,b,palette_index,"
            + "from_end,to_end,from_line,to_line,from_pick,to_pick,left_cm,top_cm,width_cm,height_cm,"
            + "warp_float_face,warp_float_back,weft_float_face,weft_float_back,"
            + "structure,warp_hex,yarn_hex,warp_share,measured_L,measured_a,measured_b,measured_under";

    /** Columns that are filled in once the patches are measured. */
    private static final int MEASURED = 4;

    private final Blanket blanket;
    private final ColourWords words;
    private final @Nullable Density density;

    /** @param sized whether the density is the cloth's, so that centimetres mean something */
    PatchList(Blanket blanket, ColourWords words, boolean sized) {
        this.blanket = blanket;
        this.words = words;
        this.density = sized ? blanket.paper().density() : null;
    }

    private Rgb woven(Patch patch) {
        return blanket.cloth().colouring().fillings().get(patch.label()).woven();
    }

    /** Every patch of a blanket is woven. */
    private String weave(Patch patch) {
        return Objects.requireNonNull(words.weave(patch.label()));
    }

    private String yarn(Patch patch) {
        return Objects.requireNonNull(words.yarn(patch.label()));
    }

    /** For the report. */
    List<dev.shuttle.report.Patch> patches() {
        return blanket.patches().stream().map(this::reported).toList();
    }

    private dev.shuttle.report.Patch reported(Patch patch) {
        FloatBounds floats = patch.floats();
        return new dev.shuttle.report.Patch(
                patch.number(),
                patch.row(),
                patch.column(),
                patch.label(),
                woven(patch).hex(),
                weave(patch),
                yarn(patch),
                density == null ? null : Double.valueOf(patch.area().ends() / density.endsPerCm()),
                density == null ? null : Double.valueOf(patch.area().lines() / density.linesPerCm()),
                Math.max(floats.warpFace(), floats.warpBack()),
                Math.max(floats.weftFace(), floats.weftBack()));
    }

    /** The whole table. */
    String csv() {
        CsvText table = new CsvText(HEADER);
        blanket.patches().forEach(patch -> table.row(fields(patch)));
        return table.text();
    }

    private List<String> fields(Patch patch) {
        Cloth cloth = blanket.cloth();
        Rgb rgb = woven(patch);
        Lab lab = Lab.of(rgb);
        Area area = patch.area();
        FloatBounds floats = patch.floats();
        int picks = cloth.plan().picks().picks();
        List<String> fields = new ArrayList<>(whole(patch.number(), patch.row(), patch.column()));
        fields.add(weave(patch));
        fields.add(yarn(patch));
        fields.add(rgb.hex());
        fields.addAll(whole(rgb.red(), rgb.green(), rgb.blue()));
        fields.addAll(decimals(lab.lightness(), lab.a(), lab.b()));
        fields.addAll(whole(patch.label(), area.end() + 1, area.toEnd(), area.line() + 1, area.toLine()));
        fields.addAll(whole(picks - cloth.firstRow(area.toLine()) + 1, picks - cloth.firstRow(area.line())));
        fields.addAll(centimetres(area));
        fields.addAll(whole(floats.warpFace(), floats.warpBack(), floats.weftFace(), floats.weftBack()));
        fields.addAll(mixture(patch.label()));
        fields.addAll(Collections.nCopies(MEASURED, ""));
        return fields;
    }

    /** What is mixed, for the command {@code calibrate}. */
    private List<String> mixture(int label) {
        Cloth cloth = blanket.cloth();
        Filling.Face face = cloth.colouring().fillings().get(label).face();
        List<Rgb> wefts = cloth.colouring().wefts(label);
        Rgb warp = cloth.colouring().warp().get(0);
        List<Rgb> yarns = face instanceof Filling.Level
                ? List.of(wefts.get(0))
                : cloth.yarns(face, cloth.colouring().home(label));
        List<Double> shares = new WovenColours(cloth.structure(), warp, wefts, null).warpShares(face);
        boolean alike = yarns.size() == shares.size();
        return List.of(
                WeaveReport.word(cloth.order().kind()),
                warp.hex(),
                words(Collections.nCopies(alike ? 1 : shares.size(), yarns).stream()
                        .flatMap(List::stream)
                        .map(Rgb::hex)),
                words(shares.stream().map(share -> String.format(Locale.ROOT, "%.5f", share))));
    }

    private static String words(Stream<String> words) {
        return words.collect(Collectors.joining(" "));
    }

    /** Place and size; four empty fields where nothing is known. */
    private List<String> centimetres(Area area) {
        return density == null
                ? Collections.nCopies(4, "")
                : decimals(
                        area.end() / density.endsPerCm(),
                        area.line() / density.linesPerCm(),
                        area.ends() / density.endsPerCm(),
                        area.lines() / density.linesPerCm());
    }

    private static List<String> whole(int... values) {
        return IntStream.of(values).mapToObj(String::valueOf).toList();
    }

    private static List<String> decimals(double... values) {
        return DoubleStream.of(values)
                .mapToObj(value -> String.format(Locale.ROOT, "%.2f", value))
                .toList();
    }
}
