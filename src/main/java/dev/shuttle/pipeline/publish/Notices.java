package dev.shuttle.pipeline.publish;

import dev.shuttle.loom.draft.Drafting;
import dev.shuttle.recipe.Output;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Notice;
import dev.shuttle.report.OutputFile;
import dev.shuttle.report.Role;
import dev.shuttle.report.Weave;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a ticket asks for and the result does not have: said, not passed over. */
final class Notices {
    /** What programs for shaft looms take. */
    private static final int MOST_SHAFTS = 40;

    /** A colour woven further than this (CIEDE2000) from the point paper is another colour. */
    private static final double WOVEN_OTHERWISE = 10;

    /** A cloth shows a picture well with at most this share of lost cells and this mean CIEDE2000. */
    private static final double MOST_LOST = 0.02;

    private static final double MOST_DIFFERENCE = 3;
    /** Of a line's room, which all wefts together take: a cloth with more is unlikely to weave. */
    private static final double MOST_COVER = 1.5;
    /** The same: no published cloth has more. */
    private static final double USUAL_COVER = 1.1;

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
        notices.tellTooLarge(loom);
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
        int told = loom == null ? 0 : Math.max(drawn, loom.colours());
        if (asked != null && loom != null && told < asked) {
            String who = ticket.colours() == null ? "the preset" : "the ticket";
            notices.notices.add(new Notice(
                    "FEWER_COLOURS",
                    asked.toString(),
                    who + " asks for " + asked + " colours: the picture has " + told + " that can be told apart"));
        }
        notices.tellWovenOtherwise(loom);
        notices.tellWeaves(weave);
        notices.tellWefts(loom);
        notices.tellDense(loom);
        notices.tellGradients(loom);
        notices.tellCalibration(loom);
        notices.tellFitted(loom);
        notices.tellPaper(loom == null ? null : loom.paper());
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
    private void tellTooLarge(@Nullable Loom loom) {
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

    /** Every colour that the cloth shows as another one. */
    private void tellWovenOtherwise(@Nullable Loom loom) {
        Weave weave = loom == null ? null : loom.weave();
        if (loom == null || weave == null) {
            return;
        }
        if (loom.cloth() != null) {
            loom.cloth().asked().stream()
                    .filter(asked -> asked.de2000() > WOVEN_OTHERWISE)
                    .map(Notices::givenUp)
                    .forEach(notices::add);
        }
        for (Weave.Colour colour : weave.colours()) {
            if (colour.de2000() > WOVEN_OTHERWISE) {
                notices.add(
                        wovenOtherwise(weave, loom.palette().get(colour.index()).rgb(), colour));
            }
        }
    }

    /** Yarns whose look on the cloth nobody measured. */
    private void tellCalibration(@Nullable Loom loom) {
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

    /** What was mended where weaves meet, and weaves that no colour of the picture has. */
    private void tellWeaves(@Nullable Weave weave) {
        if (weave == null) {
            return;
        }
        Weave.Mended mended = weave.mended();
        if (mended != null && mended.lifted() + mended.lowered() > 0) {
            long all = mended.lifted() + mended.lowered();
            notices.add(new Notice(
                    "MENDED",
                    String.valueOf(all),
                    String.format(
                            Locale.ROOT,
                            "%d crossings (%.3f %%) were turned over where weaves meet, so that no float is longer than"
                                    + " allowed; before that they were up to %d long in the warp and %d in the weft",
                            all,
                            100 * mended.share(),
                            mended.warpMaxBefore(),
                            mended.weftMaxBefore())));
        }
        weave.weaves().stream()
                .filter(named -> named.colours().isEmpty())
                .map(named -> new Notice(
                        "WEAVE_UNUSED",
                        named.name(),
                        "no colour of the loom image has the weave " + named.name()
                                + ": the colour that it is named for is not in the picture"))
                .forEach(notices::add);
    }

    /** Where no number of wefts shows the picture well, the best and what more would take. */
    private void tellWefts(@Nullable Loom loom) {
        List<Loom.WeftsConsidered> tried = loom == null ? List.of() : loom.weftsConsidered();
        if (loom == null
                || tried.isEmpty()
                || tried.stream().anyMatch(one -> one.lost() <= MOST_LOST && one.de() <= MOST_DIFFERENCE)) {
            return;
        }
        Loom.WeftsConsidered best = tried.stream()
                .min(Comparator.comparingDouble(Loom.WeftsConsidered::lost)
                        .thenComparingDouble(Loom.WeftsConsidered::de))
                .orElseThrow();
        notices.add(new Notice(
                "WEFTS_NOT_ENOUGH",
                String.valueOf(best.k()),
                String.format(
                        Locale.ROOT,
                        "the best of the wefts that were tried are %d: %.1f %% of the cells are further than 10 (CIEDE2000) from"
                                + " the picture's colours, %.1f on average%s%s",
                        best.k(),
                        100 * best.lost(),
                        best.de(),
                        best.gM2() == null ? "" : String.format(Locale.ROOT, "; %.0f g/m²", best.gM2()),
                        roomForMore(loom, best))));
    }

    /** The density at which one weft more, as thick as these, has room; nothing where it has. */
    private static String roomForMore(Loom loom, Loom.WeftsConsidered best) {
        Double lines = loom.picksPerCm();
        if (lines == null || best.picksPerCm() == null || best.cover() == null) {
            return "";
        }
        double more = best.cover() * (1 + lines / best.picksPerCm());
        return more <= MOST_COVER
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; one weft more, as thick as these, has room at %.1f lines/cm",
                        lines * MOST_COVER / more);
    }

    /** Wefts that lie closer than those of published cloths. */
    private void tellDense(@Nullable Loom loom) {
        Weave weave = loom == null ? null : loom.weave();
        Double cover = weave == null ? null : weave.weftCover();
        Double lines = loom == null ? null : loom.picksPerCm();
        if (cover == null || lines == null || cover <= USUAL_COVER) {
            return;
        }
        String share = String.format(Locale.ROOT, "%.2f", cover);
        notices.add(new Notice(
                "WEFTS_DENSE",
                share,
                String.format(
                        Locale.ROOT,
                        "the wefts of a line, as thick as they are, together fill %s of its room: %s; they fit at %.1f lines/cm",
                        share,
                        cover > MOST_COVER ? "this is unlikely to weave" : "no published cloth is denser than 1.1",
                        lines * USUAL_COVER / cover)));
    }

    private static Notice givenUp(Loom.Asked asked) {
        String share = asked.share() < 0.01 ? "less than 1 %" : Math.round(100 * asked.share()) + " %";
        return new Notice(
                "WOVEN_OTHERWISE",
                asked.rgb() + " → " + asked.woven(),
                asked.rgb() + ", " + share + " of the picture, is drawn and woven as "
                        + asked.woven() + ", a difference of " + Math.round(asked.de2000())
                        + " (CIEDE2000): no yarn is near it; more wefts or boxes, or fewer colours, would keep it");
    }

    private static Notice wovenOtherwise(Weave weave, String asked, Weave.Colour colour) {
        boolean isTone = weave.wefts().size() == 1
                && weave.weaves().stream().anyMatch(named -> named.colours().contains(colour.index()));
        boolean ownYarn = weave.wefts().stream()
                .anyMatch(weft -> weft.rgb().equals(asked) || weft.yarns().contains(asked));
        String what = asked + " → " + colour.woven();
        String seen = asked + " looks like " + colour.woven() + ", a difference of " + Math.round(colour.de2000())
                + " (CIEDE2000): ";
        return ownYarn
                ? new Notice(
                        "WOVEN_SPECKLED", what, seen + "it has its own yarn, but the warp's binding points show in it")
                : new Notice(
                        "WOVEN_OTHERWISE",
                        what,
                        seen
                                + (isTone
                                        ? "its weave gives a tone of one warp and one weft; weft-backed gives it a weft of its own"
                                        : "it has no yarn of its own; more wefts or boxes, or fewer colours, would keep it"));
    }

    /** A way of drawing gradients that was asked for, where there is none to draw. */
    private void tellGradients(@Nullable Loom loom) {
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

    private void tellFitted(@Nullable Loom loom) {
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
    private void tellPaper(Loom.@Nullable Paper paper) {
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
