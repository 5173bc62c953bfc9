package dev.shuttle.pipeline.publish;

import dev.shuttle.report.Role;
import java.util.Map;
import java.util.Objects;

/** What a file of a job's folder is for, by its name. */
final class FileRoles {
    private static final Map<String, Role> BY_ENDING = Map.ofEntries(
            Map.entry("pointpaper.png", Role.POINTPAPER),
            Map.entry("pointpaper.bmp", Role.POINTPAPER),
            Map.entry("pointpaper.tif", Role.POINTPAPER),
            Map.entry("pointpaper.pdf", Role.PRINT),
            Map.entry("liftplan.bmp", Role.LIFTPLAN),
            Map.entry("liftplan.tif", Role.LIFTPLAN),
            Map.entry("liftplan.png", Role.LIFTPLAN),
            Map.entry("liftplan-mains.bmp", Role.LIFTPLAN),
            Map.entry("liftplan-binders.bmp", Role.LIFTPLAN),
            Map.entry("experimental.jc5", Role.LIFTPLAN),
            Map.entry("picks.csv", Role.PICKS),
            Map.entry("wif", Role.WIF),
            Map.entry("dtx", Role.WIF),
            Map.entry("patches.csv", Role.PATCHES),
            Map.entry("palette.csv", Role.PALETTE),
            Map.entry("palette.gpl", Role.PALETTE),
            Map.entry("preview.png", Role.PREVIEW),
            Map.entry("cloth-back.png", Role.CLOTH),
            Map.entry("cloth-threads.png", Role.CLOTH),
            Map.entry("repeat.png", Role.REPEAT),
            Map.entry("compare.png", Role.COMPARE),
            Map.entry("thumbnail.jpg", Role.THUMBNAIL),
            Map.entry("floats.png", Role.FLOATS),
            Map.entry("lost.png", Role.LOST));

    private FileRoles() {}

    static Role of(String name, String stem) {
        String ending = name.startsWith(stem + ".") ? name.substring(stem.length() + 1) : name;
        if (BY_ENDING.containsKey(ending)) {
            return Objects.requireNonNull(BY_ENDING.get(ending));
        }
        if (ending.matches("weft[0-9]+\\.bmp")) {
            return Role.LIFTPLAN;
        }
        if (name.startsWith("source.")) {
            return Role.SOURCE;
        }
        if (name.equals(Publisher.TICKET)) {
            return Role.TICKET;
        }
        if (name.equals("cloud-unsure.png")) {
            return Role.UNSURE;
        }
        return name.equals("cloud.png") ? Role.CLOUD : Role.REPORT;
    }
}
