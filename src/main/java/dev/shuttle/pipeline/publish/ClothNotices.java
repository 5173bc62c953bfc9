package dev.shuttle.pipeline.publish;

import dev.shuttle.report.Harness;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Notice;
import dev.shuttle.report.PickDensity;
import dev.shuttle.report.Swatch;
import dev.shuttle.report.Weave;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the cloth does not show of the point paper, or hardly holds. */
final class ClothNotices {
    /** A colour woven further than this (CIEDE2000) from the point paper is another colour. */
    private static final double WOVEN_OTHERWISE = 10;

    /** A cloth shows a picture well with at most this share of lost cells and this mean CIEDE2000. */
    private static final double MOST_LOST = 0.02;
    /** What covers more of the surface is woven from side to side. */
    private static final double MOST_OF_AN_ACCENT = 0.02;

    private static final double MOST_DIFFERENCE = 3;
    /** Of a line's room, which all wefts together take: a cloth with more is unlikely to weave. */
    private static final double MOST_COVER = 1.5;
    /** The same: no published cloth has more. */
    private static final double USUAL_COVER = 1.1;

    private final Loom loom;
    private final @Nullable Weave weave;
    private final List<Notice> notices = new ArrayList<>();

    private ClothNotices(Loom loom) {
        this.loom = loom;
        this.weave = loom.weave();
    }

    static List<Notice> of(Loom loom) {
        ClothNotices cloth = new ClothNotices(loom);
        cloth.colours();
        cloth.weaves();
        cloth.accents();
        cloth.wefts();
        cloth.density();
        cloth.harness(loom.harness());
        return cloth.notices;
    }

    /** Every colour that the cloth shows as another one. */
    private void colours() {
        if (weave == null) {
            return;
        }
        if (loom.cloth() != null) {
            loom.cloth().asked().stream()
                    .filter(asked -> asked.de2000() > WOVEN_OTHERWISE)
                    .map(ClothNotices::givenUp)
                    .forEach(notices::add);
        }
        for (Weave.Colour colour : weave.colours()) {
            if (colour.de2000() > WOVEN_OTHERWISE) {
                notices.add(
                        wovenOtherwise(weave, loom.palette().get(colour.index()).rgb(), colour));
            }
        }
    }

    /** What was mended where weaves meet, and weaves that no colour of the picture has. */
    private void weaves() {
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

    /** Small areas that the cloth shows in another colour: bobbins would weave them, where there is a ground. */
    private void accents() {
        boolean grounded = "lampas".equals(loom.structure()) || "brocade".equals(loom.structure());
        if (weave == null || !grounded) {
            return;
        }
        Set<String> lost = new LinkedHashSet<>();
        if (loom.cloth() != null) {
            loom.cloth().asked().stream()
                    .filter(asked -> asked.de2000() > WOVEN_OTHERWISE && asked.share() <= MOST_OF_AN_ACCENT)
                    .forEach(asked -> lost.add(asked.rgb()));
        }
        for (Weave.Colour colour : weave.colours()) {
            Swatch swatch = loom.palette().get(colour.index());
            if (colour.de2000() > WOVEN_OTHERWISE && swatch.share() <= MOST_OF_AN_ACCENT) {
                lost.add(swatch.rgb());
            }
        }
        if (!lost.isEmpty()) {
            String colours = String.join(", ", lost);
            String keys = lost.stream().map(rgb -> "{colour: \"" + rgb + "\"}").collect(Collectors.joining(", "));
            notices.add(new Notice(
                    "BROCADING_PROPOSED",
                    colours,
                    colours
                            + ", 2 % of the surface at most, show as another colour: small bobbins would weave them where they"
                            + " are, with brocading: [" + keys + "] in the ticket"));
        }
    }

    /** Where no number of wefts shows the picture well, the best and what more would take. */
    private void wefts() {
        List<Loom.WeftsConsidered> tried = loom.weftsConsidered();
        if (tried.isEmpty() || tried.stream().anyMatch(one -> one.lost() <= MOST_LOST && one.de() <= MOST_DIFFERENCE)) {
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
                        roomForMore(best))));
    }

    /** The density at which one weft more, as thick as these, has room; nothing where it has. */
    private String roomForMore(Loom.WeftsConsidered best) {
        Double mean = loom.picksPerCm();
        if (mean == null || best.picksPerCm() == null || best.cover() == null) {
            return "";
        }
        double more = best.cover() * (1 + mean / best.picksPerCm());
        return more <= MOST_COVER
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; one weft more, as thick as these, has room at %.1f lines/cm",
                        closest(mean) * MOST_COVER / more);
    }

    /** Lines a cm where they lie closest: how full they are is told of there. */
    private double closest(double mean) {
        return loom.densities().stream()
                .mapToDouble(PickDensity::linesPerCm)
                .max()
                .orElse(mean);
    }

    /** Wefts that lie closer than those of published cloths. */
    private void density() {
        Double cover = weave == null ? null : weave.weftCover();
        Double lines = loom.picksPerCm();
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
                        closest(lines) * USUAL_COVER / cover)));
    }

    /** What the machine does not take, or the weaver must know of it. */
    private void harness(@Nullable Harness harness) {
        if (harness == null) {
            return;
        }
        if (weave == null) {
            notices.add(new Notice(
                    "MACHINE_UNUSED",
                    harness.machine() == null ? String.valueOf(harness.hooks()) : harness.machine(),
                    "a machine or a harness is named, and nothing is woven on it: name a structure, and there are lift"
                            + " plan and hooks too"));
            return;
        }
        if (harness.misfit() != null && !loom.patches().isEmpty()) {
            notices.add(new Notice(
                    "BLANKET_NOT_TIED",
                    String.valueOf(harness.hooks()),
                    "the machine does not take the weave blanket as it is tied: " + harness.misfit()
                            + "; there is no plan of its hooks, and all else is as it is"));
        } else if (harness.misfit() != null) {
            notices.add(new Notice(
                    "HARNESS_TOO_NARROW",
                    String.valueOf(harness.hooks()),
                    harness.misfit()
                            + ": there is no plan of its hooks; make the fabric narrower, or name another machine"));
        }
        if (harness.breaks() > 0) {
            notices.add(new Notice(
                    "WEAVE_BROKEN",
                    String.valueOf(harness.breaks()),
                    "the weave, a repeat of " + harness.weaveRepeat() + " ends, does not go on at " + harness.breaks()
                            + " places across the cloth, where the harness turns or repeats; the longest weft float as it is"
                            + " tied is " + harness.longestWeft()));
        }
        if (harness.boxesFull() != null && harness.boxesFull() > 0) {
            notices.add(new Notice(
                    "SHUTTLE_BOX_FULL",
                    String.valueOf(harness.boxesFull()),
                    harness.boxesFull() + " picks send a shuttle to a side without an empty box: the loom's "
                            + harness.boxesLeft() + " × " + harness.boxesRight()
                            + " boxes are too few; picks.csv names them"));
        }
        if (harness.oddRuns() != null && harness.oddRuns() > 0) {
            notices.add(new Notice(
                    "ODD_RUNS",
                    String.valueOf(harness.oddRuns()),
                    harness.oddRuns() + " runs of picks leave their shuttle on the other side; picks.csv names them"));
        }
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
}
