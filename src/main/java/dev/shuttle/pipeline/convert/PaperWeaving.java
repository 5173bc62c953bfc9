package dev.shuttle.pipeline.convert;

import dev.shuttle.loom.cloth.IssuedCloth;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.LoomDesign;
import dev.shuttle.loom.convert.LoomEngine;
import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.design.WovenGrid;
import dev.shuttle.loom.design.YarnCounts;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.paper.Fit;
import dev.shuttle.loom.paper.KnownPaper;
import dev.shuttle.loom.paper.KnownPaper.Cells;
import dev.shuttle.loom.paper.PaperEdits;
import dev.shuttle.loom.paper.PaperException;
import dev.shuttle.loom.paper.PaperReader;
import dev.shuttle.loom.paper.ReadingRules;
import dev.shuttle.loom.paper.ReturnedPaper;
import dev.shuttle.loom.weave.Structure;
import dev.shuttle.pipeline.paper.PaperDensity;
import dev.shuttle.pipeline.paper.PaperFabric;
import dev.shuttle.pipeline.paper.Sidecar;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.recipe.Yarns;
import dev.shuttle.report.Loom;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Weaves a point paper as it is. */
final class PaperWeaving {
    /** More cells no tiling makes. */
    private static final long MOST_CELLS = 100_000_000;

    private final Ticket ticket;
    private final Recipe recipe;
    private final @Nullable Sidecar issued;
    private final LoomEngine engine;

    private PaperWeaving(Ticket ticket, Recipe recipe, @Nullable Sidecar issued, LoomEngine engine) {
        this.ticket = ticket;
        this.recipe = recipe;
        this.issued = issued;
        this.engine = engine;
    }

    /**
     * A paper's cloth.
     *
     * @param recipe for a paper of this size
     * @param report what is told of the paper
     * @param marked the cells that were read as another colour; null where there are none
     */
    record Woven(
            LoomDesign design,
            Recipe recipe,
            Loom.Paper report,
            @Nullable BufferedImage marked) {}

    /**
     * Weaves.
     *
     * @param file a picture's, whole
     * @param recipe the preset's, with the ticket
     * @param issued what is known of the paper; null where nothing is
     */
    static Woven of(byte[] file, Ticket ticket, Recipe recipe, @Nullable Sidecar issued, LoomEngine engine)
            throws PictureException, PaperException {
        return new PaperWeaving(ticket, recipe, issued, engine).of(file);
    }

    /** Whether the paper was issued with the weaves and the calibration that are asked for now. */
    private boolean isOrderedAlike(Sidecar known) {
        return Objects.equals(known.ticket().get("calibration"), ticket.given().get("calibration"))
                && entries(known.ticket().get("weaves"))
                        .equals(entries(ticket.given().get("weaves")));
    }

    /** Their order counts too: weaves are numbered by it. */
    private static List<?> entries(@Nullable Object weaves) {
        return weaves instanceof Map<?, ?> map ? List.copyOf(map.entrySet()) : List.of();
    }

    private Woven of(byte[] file) throws PictureException, PaperException {
        ReadingRules rules = new ReadingRules(
                ticket.ground() == null ? null : Rgb.parse(ticket.ground()),
                Boolean.TRUE.equals(ticket.snap()),
                recipe.palette());
        KnownPaper known = known();
        ReturnedPaper read = PaperReader.read(
                file, known, rules, engine.threads(), engine.bands().deadline());
        Cells cells = read.cells();
        Density said = PaperDensity.of(ticket, issued, file);
        int colours = Math.max(
                Recipe.FEWEST_COLOURS,
                Math.min(Recipe.MOST_COLOURS, read.colours().size()));
        Recipe weighed = said == null && recipe.fabric() == null ? unweighed() : recipe;
        Recipe counted = issued != null && recipe.colours() >= colours ? weighed : weighed.withColours(colours);
        Picture shown = shown(read.paper(cells, Density.SQUARE));
        IssuedCloth cloth = issued == null || !isOrderedAlike(issued) ? null : issued.cloth();
        WeaveOrder same = cloth == null ? null : cloth.orderFor(counted.weave()).orElse(null);
        WeaveOrder order = same != null ? same : WovenGrid.order(shown, counted);
        Cells fitted = fitted(cells, counted, order, same != null ? Objects.requireNonNull(cloth) : null);
        Density density = said == null ? null : moved(said, cells.lines(), fitted.lines());
        Recipe sized = PaperFabric.of(counted, fitted.ends(), fitted.lines(), density);
        PointPaper paper = read.paper(
                fitted,
                density != null
                        ? density
                        : sized.grid(fitted.ends(), fitted.lines()).density());
        Picture whole = fitted == cells ? shown : shown(paper);
        LoomDesign design = engine.weave(paper, whole, sized, order, same == null ? null : cloth);
        return new Woven(design, sized, report(read, fitted, known), read.marked());
    }

    /** Lines keep the density that they were drawn for, where the paper is repeated, cut or made longer at the bottom. */
    private Density moved(Density density, int before, int now) {
        Density drawn = density.fitted(before);
        return ticket.fit() == Fit.TILE ? drawn.repeated(now / before) : drawn.ending(now);
    }

    /** Where nobody says how dense the cloth is, nobody knows what room yarns of any count have. */
    private Recipe unweighed() {
        WeaveOrder weave = recipe.weave();
        return weave == null ? recipe : recipe.withWeave(weave.weighed(YarnCounts.UNKNOWN));
    }

    private @Nullable KnownPaper known() {
        if (issued != null) {
            return issued.known();
        }
        List<Rgb> named = recipe.palette();
        Yarns yarns = ticket.palette();
        boolean areTheColours = named.size() <= Recipe.MOST_COLOURS && new HashSet<>(named).size() == named.size();
        return yarns != null && areTheColours ? new KnownPaper(named, List.of(), yarns.card() == null, null) : null;
    }

    private Cells fitted(Cells cells, Recipe counted, @Nullable WeaveOrder order, @Nullable IssuedCloth cloth)
            throws PaperException {
        boolean isAsIssued =
                cloth != null && issued != null && cells.ends() == issued.ends() && cells.lines() == issued.lines();
        Structure structure =
                order == null ? null : cloth != null ? cloth.structure(order) : order.structure(counted.colours());
        Fit fit = Objects.requireNonNullElse(ticket.fit(), Fit.REFUSE);
        Cells fitted = isAsIssued
                ? cells
                : fit.of(
                        cells,
                        WovenGrid.endsRepeat(counted, structure),
                        WovenGrid.linesRepeat(counted, structure, order),
                        MOST_CELLS);
        Fabric fabric = counted.fabric();
        if (fabric != null && fabric.hooks() != null) {
            int edges = order == null || order.selvedge() == null
                    ? 0
                    : 2 * order.selvedge().ends();
            int used = edges + fitted.ends() * WovenGrid.hooksPerEnd(structure, counted.repeat());
            PaperException.requireHooks(used, fabric.hooks());
        }
        return fitted;
    }

    private static Picture shown(PointPaper paper) {
        Picture picture = Picture.blank(paper.ends(), paper.lines());
        int[] colours = paper.palette().packed();
        for (int line = 0; line < paper.lines(); line++) {
            for (int end = 0; end < paper.ends(); end++) {
                picture.set(end, line, colours[paper.label(end, line)]);
            }
        }
        return picture;
    }

    private Loom.Paper report(ReturnedPaper read, Cells fitted, @Nullable KnownPaper known) {
        Cells now = read.cells();
        boolean isFitted = fitted != now;
        Fit fit = ticket.fit();
        Cells before = known == null ? null : known.issued();
        boolean isResized = before == null || before.ends() != now.ends() || before.lines() != now.lines();
        return new Loom.Paper(
                Loom.Paper.AS_IS,
                issued == null ? null : issued.name(),
                issued == null ? null : issued.preset(),
                read.near(),
                read.blended(),
                read.snapped(),
                isFitted && fit != null ? fit.name().toLowerCase(Locale.ROOT) : null,
                issued != null && (issued.ends() != now.ends() || issued.lines() != now.lines())
                        ? issued.ends() + " × " + issued.lines()
                        : null,
                before == null || isResized
                        ? null
                        : edited(PaperEdits.between(before, now), read.colours(), now.labels().length));
    }

    private static Loom.Edited edited(PaperEdits edits, List<Rgb> colours, int cells) {
        return new Loom.Edited(
                edits.cells(),
                (double) edits.cells() / cells,
                edits.left(),
                edits.top(),
                edits.width(),
                edits.height(),
                edits.changes().stream()
                        .map(change -> new Loom.Change(
                                colours.get(change.from()).hex(),
                                colours.get(change.to()).hex(),
                                change.cells(),
                                change.end(),
                                change.line()))
                        .toList());
    }
}
