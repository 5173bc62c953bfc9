package dev.shuttle.recipe.preset;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.yarn.Yarn;
import dev.shuttle.loom.yarn.YarnCard;
import dev.shuttle.loom.yarn.YarnCardException;
import dev.shuttle.recipe.BundledCard;
import dev.shuttle.recipe.Yarns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a preset's yarn cards lie.
 *
 * @param where the preset, for messages
 * @param folder the preset's own folder; null for a bundled one, which has no cards
 */
record CardShelf(String where, @Nullable Path folder) {
    /** The listed colours, or those of the yarn card whose file is named; null where the preset says nothing. */
    @Nullable
    List<Rgb> palette(@Nullable Yarns yarns) {
        if (yarns == null) {
            return null;
        }
        return yarns.card() == null ? yarns.rgb() : card(yarns.card()).colours();
    }

    /** The yarns of the card that is named; none where no card is. */
    List<Yarn> yarns(@Nullable Yarns yarns) {
        return yarns == null || yarns.card() == null
                ? List.of()
                : card(yarns.card()).yarns();
    }

    private YarnCard card(String named) {
        if (BundledCard.isNamed(named)) {
            return BundledCard.card();
        }
        if (folder == null) {
            throw problem("palette is silk or a list of #rrggbb in a bundled preset, not " + named, "mend the value");
        }
        try (InputStream in = Files.newInputStream(folder.resolve(named))) {
            return YarnCard.read(in.readNBytes(YarnCard.MOST_BYTES + 1));
        } catch (IOException e) {
            throw problem(
                    "the yarn card " + named + " cannot be read",
                    "palette is a list of #rrggbb, or a .gpl, .csv or .ase file beside the preset");
        } catch (YarnCardException e) {
            throw problem("the yarn card " + named + ": " + e.message(), e.hint());
        }
    }

    private PresetException problem(String what, String hint) {
        return new PresetException("BAD_PRESET", where + ": " + what, hint);
    }
}
