package dev.shuttle.pipeline.paper;

import dev.shuttle.loom.design.Density;
import dev.shuttle.loom.image.PictureDetails;
import dev.shuttle.loom.image.PictureDetails.Resolution;
import dev.shuttle.recipe.Cloth;
import dev.shuttle.recipe.Ticket;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How dense a point paper is that is woven as it is. */
public final class PaperDensity {
    /** Pixels per inch that programs write of themselves, which say nothing of a cloth. */
    private static final Set<Integer> USUAL_RESOLUTIONS =
            Set.of(72, 75, 90, 96, 100, 120, 144, 150, 180, 200, 240, 250, 300, 350, 360, 400, 600, 720, 1200);

    private PaperDensity() {}

    /**
     * What was known of the paper, else what its file says; null where the ticket says it, or only the preset does.
     *
     * @param issued what is known of the paper; null where nothing is
     * @param file a picture's, whole
     */
    public static @Nullable Density of(Ticket ticket, @Nullable Sidecar issued, byte[] file) {
        Cloth fabric = ticket.fabric();
        Object before = issued == null ? null : issued.ticket().get("fabric");
        boolean isSaid = fabric != null
                && (fabric.endsPerCm() != null
                        || fabric.picksPerCm() != null
                        || !fabric.densities().isEmpty())
                && !Objects.equals(ticket.given().get("fabric"), before);
        if (isSaid) {
            return null;
        }
        if (issued != null && issued.density() != null) {
            return issued.density();
        }
        Resolution resolution = PictureDetails.read(file).resolution();
        return resolution == null || isUsual(resolution) ? null : new Density(resolution.across(), resolution.down());
    }

    private static boolean isUsual(Resolution resolution) {
        double inch = 2.54 * resolution.across();
        boolean square = Math.abs(resolution.across() / resolution.down() - 1) < 0.005;
        return square && USUAL_RESOLUTIONS.stream().anyMatch(usual -> Math.abs(inch - usual) < 0.6);
    }
}
