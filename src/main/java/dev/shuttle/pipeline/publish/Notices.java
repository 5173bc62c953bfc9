package dev.shuttle.pipeline.publish;

import dev.shuttle.loom.draft.Drafting;
import dev.shuttle.recipe.Output;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.report.Brocading;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Notice;
import dev.shuttle.report.OutputFile;
import dev.shuttle.report.Pinned;
import dev.shuttle.report.Role;
import dev.shuttle.report.Weave;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a ticket asks for and the result does not have: said, not passed over. */
final class Notices {
    /** What programs for shaft looms take. */
    private static final int MOST_SHAFTS = 40;

    private static final Set<Output> OF_SHAFTS = EnumSet.of(Output.WIF, Output.DTX);

    private final Ticket ticket;
    private final List<Notice> notices = new ArrayList<>();

    private Notices(Ticket ticket) {
        this.ticket = ticket;
    }

    static List<Notice> of(Ticket ticket, @Nullable Loom loom) {
        Notices notices = new Notices(ticket);
        Weave weave = loom == null ? null : loom.weave();
        if (weave == null) {
            notices.unmade("NO_STRUCTURE", Output::isOfTheWeave, "it is made of a weave, and no structure is chosen");
        } else if (weave.shafts() > MOST_SHAFTS) {
            notices.unmade(
                    "TOO_MANY_SHAFTS",
                    OF_SHAFTS::contains,
                    "it is for looms of " + MOST_SHAFTS + " shafts at most, and this cloth takes " + weave.shafts());
        }
        notices.tooLarge(loom);
        Integer asked = loom == null || ticket.colours() != null ? ticket.colours() : loom.coloursAsked();
        int drawn =
                loom == null || loom.cloth() == null ? 0 : loom.cloth().asked().size();
        if (loom != null && loom.colours() < drawn) {
            notices.notices.add(new Notice(
                    "FEWER_COLOURS_WOVEN",
                    String.valueOf(drawn),
                    "the picture has " + drawn + " colours, and the loom image the " + loom.colours()
                            + " that the cloth's yarns show of them: more wefts or boxes would show more"));
        }
        int apart = loom == null ? 0 : Math.max(drawn, loom.colours());
        if (asked != null && loom != null && apart < asked) {
            String who = ticket.colours() == null ? "the preset" : "the ticket";
            notices.notices.add(new Notice(
                    "FEWER_COLOURS",
                    asked.toString(),
                    who + " asks for " + asked + " colours: the picture has " + apart + " that can be told apart"));
        }
        if (loom != null) {
            notices.notices.addAll(ClothNotices.of(loom));
            notices.notices.addAll(ColourwayNotices.of(loom, ticket.colourways().size()));
        }
        notices.pinned(loom);
        notices.brocading(loom);
        notices.gradients(loom);
        notices.calibration(loom);
        notices.fitted(loom);
        notices.paper(loom == null ? null : loom.paper());
        if (loom != null && loom.colours() == 1 && loom.patches().isEmpty()) {
            String only = loom.palette().get(0).rgb();
            notices.notices.add(new Notice(
                    "ONE_COLOUR",
                    only,
                    "the loom image has one colour only, " + only
                            + ": what is drawn has the ground's colour; name another ground in the ticket"));
        }
        return notices.notices;
    }

    /** Nobody may have asked for its drafts by name, and they are missing all the same. */
    private void tooLarge(@Nullable Loom loom) {
        Weave weave = loom == null ? null : loom.weave();
        if (loom == null || weave == null || weave.shafts() > MOST_SHAFTS || loom.picks() == null) {
            return;
        }
        if (Drafting.isTooLarge(loom.ends(), loom.picks())) {
            String size = loom.ends() + " × " + loom.picks();
            notices.add(new Notice(
                    "DRAFT_TOO_LARGE",
                    size,
                    "no WIF or DTX is made: " + size + " ends and picks are more than weaving programs take;"
                            + " the lift plan is whole"));
        }
    }

    /** Yarns whose look on the cloth nobody measured. */
    private void calibration(@Nullable Loom loom) {
        if (loom == null
                || loom.calibration() == null
                || loom.calibration().unmeasured().isEmpty()) {
            return;
        }
        Loom.Calibration by = loom.calibration();
        notices.add(new Notice(
                "CALIBRATION_OTHER_YARNS",
                by.name(),
                "the calibration " + by.name() + " was measured on other yarns: "
                        + String.join(", ", by.unmeasured())
                        + " are predicted from their card's colours; name the yarns that were measured in the palette, or"
                        + " measure these"));
    }

    /** Colours that the recipe names and the result does not show. */
    private void pinned(@Nullable Loom loom) {
        for (Pinned colour : loom == null ? List.<Pinned>of() : loom.pinned()) {
            String rgb = colour.rgb();
            if (colour.share() == 0) {
                notices.add(new Notice(
                        "PINNED_UNUSED",
                        rgb,
                        rgb + " is pinned, and no cell shows it: the picture has nothing that is nearer to it than to"
                                + " the other colours"));
            } else if (colour.protect() && colour.lost() > 0) {
                notices.add(new Notice(
                        "PROTECTED_LOST",
                        rgb,
                        rgb + " is protected, and " + Math.max(1, Math.round(100 * colour.lost()))
                                + " % of its cells are woven as another colour: give it a weft by more wefts or boxes, or"
                                + " fewer protected colours"));
            }
        }
    }

    /** Colours for bobbins, of the ticket or of its preset, that weave nothing. */
    private void brocading(@Nullable Loom loom) {
        Brocading brocading = loom == null ? null : loom.brocading();
        if (loom == null || brocading == null) {
            return;
        }
        for (String rgb : brocading.unwoven()) {
            boolean held = Set.of("lampas", "brocade", "taquete", "samitum").contains(loom.structure());
            notices.add(
                    held
                            ? new Notice(
                                    "BROCADING_NONE",
                                    rgb,
                                    rgb
                                            + " has no area for bobbins: it is in no cell, or not where they may weave, or it is the"
                                            + " ground, which wefts weave from side to side")
                            : new Notice(
                                    "BROCADING_NOT_WOVEN",
                                    rgb,
                                    "nothing holds small bobbins in " + loom.structure()
                                            + ": brocading goes with lampas," + " brocade, taquete and samitum"));
        }
    }

    /** A way of drawing gradients that was asked for, where there is none to draw. */
    private void gradients(@Nullable Loom loom) {
        Loom.Gradients gradients = loom == null ? null : loom.gradients();
        if (gradients == null || gradients.share() > 0) {
            return;
        }
        String asked = gradients.asked();
        if (!asked.equals("auto") && !asked.equals("bands")) {
            notices.add(
                    new Notice(
                            "NO_GRADIENTS",
                            asked,
                            "gradients are to be drawn as " + asked
                                    + ", and none are: the picture has no smooth ramp of eight cells and more between two of its colours"));
        }
    }

    private void fitted(@Nullable Loom loom) {
        Loom.Fitted fitted = loom == null ? null : loom.fitted();
        if (fitted == null) {
            return;
        }
        boolean cut = fitted.cut() > 0;
        String share = Math.round(100 * (cut ? fitted.cut() : fitted.added())) + " %";
        String what = cut ? "were cut off its longer side" : "of ground were added beside it";
        notices.add(new Notice(
                cut ? "CLOUD_PICTURE_CUT" : "CLOUD_PICTURE_PADDED",
                share,
                "the cloud's picture has other proportions than the source: " + share + " " + what));
    }

    /** How a point paper was taken. */
    private void paper(Loom.@Nullable Paper paper) {
        if (paper == null) {
            return;
        }
        if (paper.use().equals(Loom.Paper.PICTURE)) {
            notices.add(new Notice(
                    "POINT_PAPER",
                    String.valueOf(paper.name()),
                    "this is a point paper of preset " + paper.preset()
                            + ", and it was converted like any other picture;"
                            + " to weave it cell for cell put it into the folder point_paper of the inbox, or write"
                            + " pointpaper: as-is in its ticket"));
            return;
        }
        if (paper.name() == null) {
            notices.add(new Notice(
                    "PAPER_UNKNOWN",
                    "",
                    "nothing is known of this point paper but its colours: to weave it as it was issued, put its"
                            + " .pointpaper.json beside it"));
        }
        if (paper.blended() + paper.snapped() > 0) {
            long cells = paper.blended() + paper.snapped();
            notices.add(new Notice(
                    "PAPER_BLENDED",
                    String.valueOf(cells),
                    cells
                            + " cells were mixtures of colours and have the most similar one beside them: the marked picture"
                            + " shows them; a hard brush without anti-aliasing leaves none"));
        }
        if (paper.near() > 0) {
            notices.add(new Notice(
                    "PAPER_NEAR",
                    String.valueOf(paper.near()),
                    paper.near() + " cells had colours very near to the paper's (CIEDE2000 2 at most) and have these"));
        }
        if (paper.fit() != null) {
            notices.add(new Notice(
                    "PAPER_FITTED",
                    paper.fit(),
                    "the paper was fitted to the weave as the ticket wants it: " + paper.fit()));
        }
        if (paper.issuedSize() != null) {
            notices.add(new Notice(
                    "PAPER_RESIZED",
                    paper.issuedSize(),
                    "the paper was issued with " + paper.issuedSize()
                            + " cells and has others now; what was edited is not" + " known"));
        }
    }

    /** The same, with what the files show. */
    static List<Notice> of(Ticket ticket, @Nullable Loom loom, List<OutputFile> files) {
        List<Notice> all = new ArrayList<>(of(ticket, loom));
        files.stream()
                .filter(file -> file.role() == Role.UNSURE)
                .map(
                        file -> new Notice(
                                "CLOUD_UNSURE",
                                file.path(),
                                file.path()
                                        + " came from the cloud and may be made of another picture; nothing here is made of it"))
                .forEach(all::add);
        return all;
    }

    private void unmade(String code, Predicate<Output> which, String why) {
        String words = ticket.outputs().stream().filter(which).map(Output::word).collect(Collectors.joining(", "));
        if (!words.isEmpty()) {
            notices.add(new Notice(code, words, "the ticket asks for " + words + ": " + why));
        }
    }
}
