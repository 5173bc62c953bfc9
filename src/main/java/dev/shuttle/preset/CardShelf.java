package dev.shuttle.preset;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.yarn.YarnCard;
import dev.shuttle.loom.yarn.YarnCardException;
import dev.shuttle.yaml.YamlException;
import dev.shuttle.yaml.YamlMapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a preset's yarn cards lie.
 *
 * @param where the preset, for messages
 * @param folder the preset's own folder; null for a bundled one, which has no cards
 */
record CardShelf(String where, @Nullable Path folder) {
    /** The colours of a list, or of the yarn card whose file is named. */
    List<Rgb> palette(YamlMapping file, String key) throws YamlException {
        String named = file.isList(key) ? null : file.text(key);
        return named == null ? colours(file, key) : card(named);
    }

    /** The colours of a list; none where the key is absent. */
    static List<Rgb> colours(YamlMapping file, String key) throws YamlException {
        List<String> written = file.texts(key);
        List<Rgb> colours = new ArrayList<>();
        if (written != null) {
            for (String colour : written) {
                colours.add(Rgb.parse(colour));
            }
        }
        return colours;
    }

    private List<Rgb> card(String named) {
        if (folder == null) {
            throw problem("palette is a list of #rrggbb in a bundled preset, not " + named, "mend the value");
        }
        try (InputStream in = Files.newInputStream(folder.resolve(named))) {
            return YarnCard.read(in.readNBytes(YarnCard.MOST_BYTES + 1)).colours();
        } catch (IOException | InvalidPathException e) {
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
