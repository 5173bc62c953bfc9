package dev.shuttle.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a file of the job's folder is for. Several files may share a role and differ in format. */
public enum Role {
    /** The original bytes. */
    SOURCE,
    /** What the service (or its emulator) returned. */
    CLOUD,
    /** What the service returned for a task that may be another picture's; nothing was made of it. */
    UNSURE,
    /** The loom image 意匠图. */
    POINTPAPER,
    /** 1 pixel = 1 hook x 1 physical pick 开口图. */
    LIFTPLAN,
    /** Which weft each physical pick throws 投梭. */
    PICKS,
    /** Weaving Information File, where the distinct columns fit the shafts. */
    WIF,
    /** The palette as a table or for a paint program. */
    PALETTE,
    /** The patches of a weave blanket. */
    PATCHES,
    /** The woven cloth in true proportion. */
    PREVIEW,
    /** The woven cloth from the back, and its threads. */
    CLOTH,
    /** Three by three repeats as they lie on the cloth 接版图. */
    REPEAT,
    /** The source beside the result. */
    COMPARE,
    /** The preview, small, for the gallery. */
    THUMBNAIL,
    /** Floats over the limit. */
    FLOATS,
    /** Cells that the cloth shows in another colour. */
    LOST,
    /** Point paper to print. */
    PRINT,
    /** {@code report.json} and {@code report.html}. */
    REPORT,
    /** The ticket as it came in. */
    TICKET;

    /** The word in {@code report.json}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
