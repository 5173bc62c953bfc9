package dev.shuttle.pipeline.paper;

import dev.shuttle.loom.cloth.Cloth;
import dev.shuttle.loom.cloth.IssuedCloth;
import dev.shuttle.loom.colour.PaletteColour;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.format.PaletteCsv;
import dev.shuttle.loom.paper.KnownPaper;
import dev.shuttle.recipe.Ticket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a point paper was when it was issued: {@code <stem>.pointpaper.json} beside it and, without the cells, a comment in the file
 * itself.
 *
 * @param name the stem of its files
 * @param preset by which it was made
 * @param ticket the keys of the ticket by which it was made, as far as they tell how it is woven
 * @param density null where no fabric was named
 * @param palette by index
 * @param cloth how it was woven; null where no structure was chosen
 * @param cells null in the comment of a file
 */
public record Sidecar(
        String name,
        String preset,
        Map<String, Object> ticket,
        int ends,
        int lines,
        @Nullable Density density,
        List<Colour> palette,
        @Nullable IssuedCloth cloth,
        KnownPaper.@Nullable Cells cells) {
    /** What a ticket tells the cloud, the program and whoever reads the result; none of it changes how a paper is woven. */
    private static final Set<String> NOT_OF_THE_WEAVE = Set.of(
            "preset",
            "prompt",
            "function",
            "models",
            "cloud",
            "seed",
            "strength",
            "ground",
            "outputs",
            "pointpaper",
            "fit",
            "snap");

    public Sidecar {
        ticket = Collections.unmodifiableMap(new LinkedHashMap<>(ticket));
        palette = List.copyOf(palette);
    }

    /**
     * A colour.
     *
     * @param falseRgb the colour in which it may be painted too; null where there is none
     * @param yarn may be empty
     * @param weave may be empty
     */
    public record Colour(Rgb rgb, @Nullable Rgb falseRgb, long cells, String yarn, String weave) {}

    /**
     * That of a paper as it is issued.
     *
     * @param sized whether its density is known
     * @param woven what is known of its colours, by index
     * @param falseColours by index; empty where there are none
     */
    public static Sidecar of(
            String name,
            String preset,
            Ticket ticket,
            PointPaper paper,
            @Nullable Cloth cloth,
            boolean sized,
            List<PaletteCsv.Woven> woven,
            List<Rgb> falseColours) {
        List<Colour> palette = new ArrayList<>();
        for (PaletteColour colour : paper.palette().colours()) {
            int index = colour.index();
            PaletteCsv.Woven with = index < woven.size() ? woven.get(index) : PaletteCsv.Woven.UNKNOWN;
            palette.add(new Colour(
                    colour.rgb(),
                    falseColours.isEmpty() ? null : falseColours.get(index),
                    colour.cells(),
                    with.yarn(),
                    with.weave()));
        }
        Map<String, Object> keys = ticket.saysNothing() ? new LinkedHashMap<>() : new LinkedHashMap<>(ticket.given());
        keys.keySet().removeAll(NOT_OF_THE_WEAVE);
        return new Sidecar(
                name,
                preset,
                keys,
                paper.ends(),
                paper.lines(),
                sized ? paper.density() : null,
                palette,
                // with bobbins it is woven anew, by the ticket
                cloth == null || !cloth.brocading().isNone() ? null : IssuedCloth.of(cloth),
                new KnownPaper.Cells(paper.ends(), paper.lines(), paper.labels()));
    }

    /** For the reader of the paper. */
    public KnownPaper known() {
        List<Rgb> falseColours = new ArrayList<>();
        for (Colour colour : palette) {
            if (colour.falseRgb() != null) {
                falseColours.add(colour.falseRgb());
            }
        }
        return new KnownPaper(palette.stream().map(Colour::rgb).toList(), falseColours, true, cells);
    }

    /** The file. */
    public byte[] file() {
        return SidecarText.of(this, true).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** The comment in the paper's own file: ASCII, without the cells. */
    public String comment() {
        return SidecarText.of(this, false);
    }
}
