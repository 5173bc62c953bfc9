package dev.shuttle.conversion;

import dev.shuttle.loom.Density;
import dev.shuttle.loom.blanket.Area;
import dev.shuttle.loom.blanket.Blanket;
import dev.shuttle.loom.blanket.Patch;
import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.weave.FloatBounds;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The patches of a blanket, for spreadsheets and for the report. */
final class PatchList {
    /** The first line; ends and lines count from the left and the top, picks as in the pick plan, all from 1. */
    static final String HEADER = "patch,row,column,weave,yarn,hex,red,green,blue,L,a,b,palette_index,"
            + "from_end,to_end,from_line,to_line,from_pick,to_pick,left_cm,top_cm,width_cm,height_cm,"
            + "warp_float_face,warp_float_back,weft_float_face,weft_float_back";

    private final Blanket blanket;
    private final YarnNames names;
    private final @Nullable Density density;

    /** @param sized whether the density is the cloth's, so that centimetres mean something */
    PatchList(Blanket blanket, YarnNames names, boolean sized) {
        this.blanket = blanket;
        this.names = names;
        this.density = sized ? blanket.paper().density() : null;
    }

    private Rgb woven(Patch patch) {
        return blanket.cloth().colouring().fillings().get(patch.label()).woven();
    }

    /** For the report. */
    List<dev.shuttle.report.Patch> told() {
        return blanket.patches().stream().map(this::told).toList();
    }

    private dev.shuttle.report.Patch told(Patch patch) {
        FloatBounds floats = patch.floats();
        return new dev.shuttle.report.Patch(
                patch.number(),
                patch.row(),
                patch.column(),
                patch.label(),
                woven(patch).hex(),
                FillingWords.weave(blanket.cloth(), patch.label()),
                FillingWords.yarn(blanket.cloth(), patch.label(), names),
                density == null ? null : Double.valueOf(patch.area().ends() / density.endsPerCm()),
                density == null ? null : Double.valueOf(patch.area().lines() / density.linesPerCm()),
                Math.max(floats.warpFace(), floats.warpBack()),
                Math.max(floats.weftFace(), floats.weftBack()));
    }

    /** The whole table. */
    String csv() {
        StringBuilder out = new StringBuilder(HEADER).append("\r\n");
        blanket.patches().forEach(patch -> out.append(line(patch)).append("\r\n"));
        return out.toString();
    }

    private String line(Patch patch) {
        Cloth cloth = blanket.cloth();
        Rgb rgb = woven(patch);
        Lab lab = Lab.of(rgb);
        Area area = patch.area();
        FloatBounds floats = patch.floats();
        int picks = cloth.plan().picks().picks();
        return String.format(
                Locale.ROOT,
                "%d,%d,%d,%s,%s,%s,%d,%d,%d,%.2f,%.2f,%.2f,%d,%d,%d,%d,%d,%d,%d,%s,%d,%d,%d,%d",
                patch.number(),
                patch.row(),
                patch.column(),
                FillingWords.weave(cloth, patch.label()),
                quoted(FillingWords.yarn(cloth, patch.label(), names)),
                rgb.hex(),
                rgb.red(),
                rgb.green(),
                rgb.blue(),
                lab.lightness(),
                lab.a(),
                lab.b(),
                patch.label(),
                area.end() + 1,
                area.toEnd(),
                area.line() + 1,
                area.toLine(),
                picks - cloth.firstRow(area.toLine()) + 1,
                picks - cloth.firstRow(area.line()),
                centimetres(area),
                floats.warpFace(),
                floats.warpBack(),
                floats.weftFace(),
                floats.weftBack());
    }

    /** Place and size; four empty fields where nothing is known. */
    private String centimetres(Area area) {
        return density == null
                ? ",,,"
                : String.format(
                        Locale.ROOT,
                        "%.2f,%.2f,%.2f,%.2f",
                        area.end() / density.endsPerCm(),
                        area.line() / density.linesPerCm(),
                        area.ends() / density.endsPerCm(),
                        area.lines() / density.linesPerCm());
    }

    /** As RFC 4180 has it. */
    private static String quoted(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
