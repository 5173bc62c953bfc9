package dev.shuttle.pipeline.publish;

import dev.shuttle.report.Colourway;
import dev.shuttle.report.Loom;
import dev.shuttle.report.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a mill has to know of colourways before it weaves them. */
final class ColourwayNotices {
    /** Figure and ground nearer than this (L*) are hardly told apart. */
    private static final double LEAST_CONTRAST = 20;

    private ColourwayNotices() {}

    /** @param asked how many the ticket names */
    static List<Notice> of(Loom loom, int asked) {
        List<Notice> notices = new ArrayList<>();
        if (asked > 0 && loom.weave() == null) {
            notices.add(new Notice(
                    "COLOURWAYS_NOT_WOVEN",
                    String.valueOf(asked),
                    "colourways are yarns of a cloth, and nothing is woven here: name a structure"));
        }
        for (Colourway way : loom.colourways()) {
            add(way, notices);
        }
        return notices;
    }

    private static void add(Colourway way, List<Notice> notices) {
        String name = "colourway " + way.name() + ": ";
        if (!way.unknown().isEmpty()) {
            String unknown = String.join(", ", way.unknown());
            notices.add(new Notice(
                    "COLOURWAY_UNKNOWN_YARN",
                    way.name() + ": " + unknown,
                    name + "this cloth has no yarn " + unknown + "; it has "
                            + String.join(
                                    ", ",
                                    way.yarns().stream()
                                            .map(yarn -> yarn.place() + " " + yarn.from())
                                            .toList())));
        }
        if (way.newWarp()) {
            notices.add(new Notice(
                    "COLOURWAY_NEW_WARP",
                    way.name(),
                    name + "its warp has another colour, so another warp has to be made; the ground and all binding"
                            + " points change with it"));
        }
        if (!way.newQuality().isEmpty()) {
            String places = String.join(", ", way.newQuality());
            notices.add(new Notice(
                    "COLOURWAY_OTHER_COUNT",
                    way.name() + ": " + places,
                    name + "the count of " + places
                            + " differs by more than 5 %: it is another quality, with another mass"
                            + " and closeness"));
        }
        if (!way.flips().isEmpty()) {
            String flips = String.join(", ", way.flips());
            notices.add(new Notice(
                    "COLOURWAY_FLIPPED",
                    way.name() + ": " + flips,
                    name + "the order of lightness is turned over in " + flips
                            + ": figure and ground may change places"));
        }
        if (way.contrast() < LEAST_CONTRAST) {
            notices.add(new Notice(
                    "COLOURWAY_FAINT",
                    way.name(),
                    String.format(
                            Locale.ROOT,
                            "%sfigure and ground are %.0f L* apart on average, and less than 20 is hardly seen",
                            name,
                            way.contrast())));
        }
    }
}
