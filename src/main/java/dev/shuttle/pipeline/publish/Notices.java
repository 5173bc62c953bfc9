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

    /** A colour woven further than this (CIEDE2000) from the point paper is another colour. */
    private static final double WOVEN_OTHERWISE = 10;

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
            notices.tell("NO_STRUCTURE", Output::isOfTheWeave, "it is made of a weave, and no structure is chosen");
        } else if (weave.shafts() > MOST_SHAFTS) {
            notices.tell(
                    "TOO_MANY_SHAFTS",
                    OF_SHAFTS::contains,
                    "it is for looms of " + MOST_SHAFTS + " shafts at most, and this cloth takes " + weave.shafts());
        }
        notices.tellTooLarge(loom);
        Integer asked = loom == null || ticket.colours() != null ? ticket.colours() : loom.coloursAsked();
        if (loom != null && asked != null && loom.colours() < asked) {
            String who = ticket.colours() == null ? "the preset" : "the ticket";
            notices.notices.add(new Notice(
                    "FEWER_COLOURS",
                    asked.toString(),
                    who + " asks for " + asked + " colours: the picture has " + loom.colours()
                            + " that can be told apart"));
        }
        notices.tellWovenOtherwise(loom);
        notices.tellFitted(loom);
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
        for (Weave.Colour colour : weave.colours()) {
            if (colour.de2000() > WOVEN_OTHERWISE) {
                notices.add(
                        wovenOtherwise(weave, loom.palette().get(colour.index()).rgb(), colour));
            }
        }
    }

    private static Notice wovenOtherwise(Weave weave, String asked, Weave.Colour colour) {
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
                        seen + "it has no yarn of its own; more wefts or boxes, or fewer colours, would keep it");
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

    /** The same, with what the files tell. */
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

    private void tell(String code, Predicate<Output> which, String why) {
        String words = ticket.outputs().stream().filter(which).map(Output::word).collect(Collectors.joining(", "));
        if (!words.isEmpty()) {
            notices.add(new Notice(code, words, "the ticket asks for " + words + ": " + why));
        }
    }
}
