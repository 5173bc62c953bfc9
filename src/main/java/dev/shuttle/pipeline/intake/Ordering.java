package dev.shuttle.pipeline.intake;

import dev.shuttle.loom.design.DesignSize;
import dev.shuttle.loom.design.Fabric;
import dev.shuttle.loom.design.Grid;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.RawNames;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.pipeline.job.Order;
import dev.shuttle.pipeline.paper.IssuedPapers;
import dev.shuttle.pipeline.paper.PaperDensity;
import dev.shuttle.pipeline.paper.PaperFabric;
import dev.shuttle.pipeline.paper.Sidecar;
import dev.shuttle.pipeline.paper.SidecarException;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.recipe.TicketFile;
import dev.shuttle.recipe.preset.Preset;
import dev.shuttle.recipe.preset.Presets;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.settings.Nearest;
import dev.shuttle.settings.Settings.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What is wanted of a claimed picture: from its folder and its ticket, and of a point paper that is woven as it is also from what is
 * known of it since it was issued.
 */
final class Ordering {
    /** The folder of point papers that are woven as they are. */
    private static final String POINT_PAPERS = "point_paper";

    /** The preset of a paper of which nothing is known: its colours as they are, and no weave. */
    private static final String PLAIN_PAPER = "faithful";

    private final Intake limits;
    private final Presets presets;
    private final Cards cards;
    private final PaperShelf shelf;

    Ordering(Intake limits, Presets presets, Cards cards, PaperShelf shelf) {
        this.shelf = shelf;
        this.limits = limits;
        this.presets = presets;
        this.cards = cards;
    }

    /**
     * The order that a file's place in the inbox stands for: the first folder level names the preset, or says that it is a point
     * paper, whose preset the second may name.
     */
    Order byFolder(JobFolder folder) throws IOException {
        if (isAmongPapers(folder)) {
            return new Order(presetByFolder(folder).orElse(PLAIN_PAPER), Ticket.NONE.asIs());
        }
        return Order.preset(presetByFolder(folder).orElse(limits.preset()));
    }

    private static boolean isAmongPapers(JobFolder folder) throws IOException {
        return folderName(folder, 1).filter(POINT_PAPERS::equals).isPresent();
    }

    private static Optional<String> presetByFolder(JobFolder folder) throws IOException {
        return folderName(folder, isAmongPapers(folder) ? 2 : 1);
    }

    /** A folder that the file lay in, counted from 1 in the folder that is watched. */
    private static Optional<String> folderName(JobFolder folder, int level) throws IOException {
        Path path = folder.root().relativize(folder.requireSource());
        return path.getNameCount() > level + 1
                ? Optional.of(RawNames.readable(folder.root().resolve(path.subpath(0, level + 1))))
                : Optional.empty();
    }

    /** The folder's order with the ticket's. */
    Order withTicket(JobFolder folder, Order usual) throws IOException, RecipeException {
        Ticket ticket = ticket(folder);
        if (usual.ticket().isAsIs() || ticket.isAsIs()) {
            return ofPaper(folder, ticket.asIs());
        }
        return ticket.saysNothing() ? usual : Order.of(usual.preset(), ticket);
    }

    /** That of a point paper. What was known when it was issued holds where folder and ticket name no other preset. */
    private Order ofPaper(JobFolder folder, Ticket ticket) throws IOException, RecipeException {
        String named = ticket.preset() != null
                ? ticket.preset()
                : presetByFolder(folder).orElse(null);
        Sidecar issued = shelf.of(folder, limits.maxFileSize()).orElse(null);
        boolean isAsIssued =
                issued != null && (named == null ? presets.knows(issued.preset()) : named.equals(issued.preset()));
        if (issued == null || !isAsIssued) {
            return new Order(named == null ? PLAIN_PAPER : named, ticket);
        }
        try {
            Ticket then = Ticket.of(issued.ticket());
            if (ticket.weaves().isEmpty()) {
                shelf.weaves(issued, Weaves.written(then), folder);
            }
            return new Order(issued.preset(), ticket.over(then));
        } catch (RecipeException e) {
            throw new SidecarException(
                    "what was known of the paper when it was issued: " + e.getMessage(),
                    "name its preset in its ticket");
        }
    }

    private static Ticket ticket(JobFolder folder) throws IOException, RecipeException {
        Path file = folder.ticket().orElse(null);
        if (file == null) {
            return Ticket.NONE;
        }
        if (Files.size(file) > TicketFile.MOST_BYTES) {
            throw new RecipeException(
                    "has " + Files.size(file) + " bytes", "a ticket has " + TicketFile.MOST_BYTES + " at most");
        }
        return TicketFile.read(Disk.read(file));
    }

    private static boolean hasMasks(Preset preset) {
        WeaveOrder order = preset.recipe().weave();
        return order != null && order.brocading().stream().anyMatch(one -> one.mask() != null);
    }

    /**
     * What is wrong with an order for a picture of this size; empty where nothing is. The yarn card that the ticket names is
     * in the job's folder afterwards.
     */
    Optional<Problem> judged(Job job, JobFolder folder) throws IOException {
        Order order = job.order();
        if (!presets.knows(order.preset())) {
            return Optional.of(order.ticket().preset() == null ? unknownFolder(job) : unknownPreset(job));
        }
        try {
            Preset preset = presets.named(order.preset());
            if (order.ticket().saysNothing()
                    && preset.calibration() == null
                    && preset.weaves().isEmpty()
                    && preset.machine() == null
                    && preset.harness().isEmpty()
                    && !hasMasks(preset)) {
                return size(job, preset.recipe());
            }
            cards.bring(order.ticket(), preset, folder);
            Recipe asked = Cards.recipe(order.ticket(), preset, folder);
            Recipe recipe = order.ticket().isAsIs() ? sized(asked, job, folder) : asked;
            Optional<Problem> tooFine = grid(job, recipe);
            return tooFine.isPresent() ? tooFine : size(job, recipe);
        } catch (RecipeException e) {
            return Optional.of(unreadable(job, e));
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    bad(job, e.getMessage() + ", with preset " + order.preset(), "change the ticket or the preset"));
        }
    }

    /** A weave that memory cannot hold is refused before it is begun. */
    private static Optional<Problem> size(Job job, Recipe recipe) {
        DesignSize size = DesignSize.of(
                recipe,
                Objects.requireNonNull(job.source().width()),
                Objects.requireNonNull(job.source().height()));
        long memory = Runtime.getRuntime().maxMemory();
        return size.fits(memory)
                ? Optional.empty()
                : Optional.of(new Problem(
                        "DESIGN_TOO_LARGE",
                        job.source().name() + ": " + size.ends() + " × " + size.lines() + " cells woven are "
                                + size.allEnds() + " ends × " + size.picks() + " picks, which take about "
                                + (size.bytes() >> 20) + " MB of memory; the program has " + (memory >> 20) + " MB",
                        "make it " + size.fitting(memory)
                                + " or smaller, choose fewer wefts, or give Java more memory (java -Xmx4g -jar …)"));
    }

    /** A point paper has a cell for each pixel, and the density with which it will be woven. */
    private Recipe sized(Recipe recipe, Job job, JobFolder folder) throws IOException, RecipeException {
        Sidecar issued = IssuedPapers.of(folder, limits.maxFileSize()).orElse(null);
        return PaperFabric.of(
                recipe,
                Objects.requireNonNull(job.source().width()),
                Objects.requireNonNull(job.source().height()),
                PaperDensity.of(job.order().ticket(), issued, Disk.read(folder.requirePicture())));
    }

    private Optional<Problem> grid(Job job, Recipe recipe) {
        Fabric fabric = recipe.fabric();
        if (fabric == null) {
            return Optional.empty();
        }
        Grid grid = fabric.grid(
                Objects.requireNonNull(job.source().width()),
                Objects.requireNonNull(job.source().height()));
        long cells = (long) grid.ends() * grid.lines();
        return cells <= limits.maxPixels()
                ? Optional.empty()
                : Optional.of(bad(
                        job,
                        "fabric makes a grid of " + grid.ends() + " × " + grid.lines() + " = " + cells + " cells; "
                                + limits.maxPixels() + " are allowed",
                        "make the fabric smaller, or raise shuttle.max-pixels"));
    }

    /** A ticket, or what is known of a point paper, that cannot be read. */
    static Problem unreadable(Job job, RecipeException e) {
        return e instanceof SidecarException
                ? new Problem(e.code(), job.source().name() + ": " + e.getMessage(), e.hint())
                : bad(job, e.getMessage(), e.hint());
    }

    private Problem unknownPreset(Job job) {
        String name = job.order().preset();
        return bad(
                job,
                "there is no preset " + name
                        + Nearest.to(
                                name,
                                presets.all().stream()
                                        .map(preset -> preset.name())
                                        .toList()),
                "the presets are " + presets.names());
    }

    private Problem unknownFolder(Job job) {
        return new Problem(
                "UNKNOWN_PRESET",
                job.source().name() + " lay in the folder " + job.order().preset() + ", which is no preset",
                "the first folder of the inbox names the preset: " + presets.names());
    }

    private static Problem bad(Job job, String what, String hint) {
        return new Problem("BAD_TICKET", "the ticket of " + job.source().name() + ": " + what, hint);
    }
}
