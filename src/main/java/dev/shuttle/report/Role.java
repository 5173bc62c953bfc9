package dev.shuttle.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a file of the job's folder is for. Several files may share a role and differ in format. */
public enum Role {
    /** The original bytes. */
    SOURCE,
    /** What the service (or its emulator) returned. */
    CLOUD,
    /** What the service returned for a task that may be another picture's; nothing was made of it. */
    UNSURE,
    /** The loom image 意匠图. */
    POINTPAPER("pointpaper.png", "pointpaper.bmp", "pointpaper.tif"),
    /** 1 pixel = 1 hook x 1 physical pick 开口图. */
    LIFTPLAN(
            "liftplan.bmp",
            "liftplan.tif",
            "liftplan.png",
            "liftplan-mains.bmp",
            "liftplan-binders.bmp",
            "experimental.jc5"),
    /** Which hook lifts which ends, and the lift plan as wide as the machine 装造. */
    HOOKS("hooks.csv", "liftplan-hooks.bmp"),
    /** Which weft each physical pick throws 投梭. */
    PICKS("picks.csv"),
    /** Weaving Information File, where the distinct columns fit the shafts. */
    WIF("wif", "dtx"),
    /** The palette as a table or for a paint program. */
    PALETTE("palette.csv", "palette.gpl", "palette.act"),
    /** What a paint program and the way back need of the loom image: its description, false colours. */
    EDITING("pointpaper.json", "falsecolours.png", "falsecolours.gpl", "falsecolours.act"),
    /** The loom image with the cells that are not exact. */
    MARKED("marked.png"),
    /** The patches of a weave blanket. */
    PATCHES("patches.csv"),
    /** The woven cloth in true proportion. */
    PREVIEW("preview.png"),
    /** The woven cloth from the back, and its threads. */
    CLOTH("cloth-back.png", "cloth-threads.png"),
    /** The cloth in other colours, and its palette. */
    COLOURWAY,
    /** Three by three repeats as they lie on the cloth 接版图. */
    REPEAT("repeat.png"),
    /** The source beside the result. */
    COMPARE("compare.png"),
    /** The preview, small, for the gallery. */
    THUMBNAIL("thumbnail.jpg"),
    /** Floats over the limit. */
    FLOATS("floats.png"),
    /** Cells that the cloth shows in another colour. */
    LOST("lost.png"),
    /** Point paper to print. */
    PRINT("pointpaper.pdf"),
    /** All that is handed to the weaver, on paper 工艺单. */
    WORKSHEET("worksheet.pdf"),
    /** A weave that the ticket names, as it was. */
    WEAVE,
    /** {@code report.json} and {@code report.html}. */
    REPORT,
    /** The ticket as it came in. */
    TICKET;

    private static final Pattern WAY = Pattern.compile("colourway[0-9]+\\.(png|csv)");
    private static final Pattern WEFT = Pattern.compile("weft[0-9]+\\.bmp");

    /** How the names of the picture's files end, after {@code STEM.}. */
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> endings;

    Role(String... endings) {
        this.endings = List.of(endings);
    }

    /**
     * What a file of a job's folder is for, by its name.
     *
     * @param stem the picture's name without its ending, with which the names of its files begin
     */
    public static Role of(String name, String stem) {
        String ending = name.startsWith(stem + ".") ? name.substring(stem.length() + 1) : name;
        return Stream.of(values())
                .filter(role -> role.endings.contains(ending))
                .findFirst()
                .orElseGet(() -> WEFT.matcher(ending).matches()
                        ? LIFTPLAN
                        : WAY.matcher(ending).matches() ? COLOURWAY : byName(name));
    }

    private static Role byName(String name) {
        return switch (name) {
            case "ticket.yaml" -> TICKET;
            case "arrived-pointpaper.json" -> EDITING;
            case "cloud.png" -> CLOUD;
            case "cloud-unsure.png" -> UNSURE;
            default -> name.startsWith("source.") ? SOURCE : name.startsWith("weave.") ? WEAVE : REPORT;
        };
    }

    /** The word in {@code report.json}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
