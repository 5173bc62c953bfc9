package dev.shuttle.recipe.preset;

import dev.shuttle.loom.yarn.YarnCard;
import dev.shuttle.loom.yarn.YarnCardException;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.settings.FileErrors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All presets by name: the bundled ones, and over them the user's own files. */
public final class Presets {
    private static final List<String> BUNDLED = List.of(
            "weaving_machine", "embroidery", "pixel_art", "shu_brocade", "damask", "tapestry", "tc2_photo", "faithful");

    private final Map<String, Preset> byName;

    private Presets(Map<String, Preset> byName) {
        this.byName = byName;
    }

    /**
     * Reads the bundled presets and {@code *.yaml} in a folder, which may be missing.
     *
     * @throws PresetException naming the file and what is wrong in it
     */
    public static Presets load(Path folder) {
        Map<String, Preset> presets = new TreeMap<>();
        BUNDLED.forEach(name -> presets.put(name, bundled(name)));
        own(folder).forEach(file -> {
            String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
            presets.put(name, read(name, file));
        });
        return new Presets(presets);
    }

    /** One bundled preset, without reading the others. */
    public static Preset bundled(String name) {
        String resource = "/presets/" + name + ".yaml";
        try (InputStream in = Presets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new PresetException("UNKNOWN_PRESET", "there is no preset " + name, "known: " + BUNDLED);
            }
            return parse(name, new CardShelf("the bundled preset " + name, null), in);
        } catch (IOException e) {
            throw new PresetException(
                    "PRESET_UNREADABLE", resource + ": " + FileErrors.reason(e), "the program is damaged");
        }
    }

    /**
     * Reads a yarn card as a preset's would be read.
     *
     * @throws PresetException where it is no yarn card
     * @throws IOException where it cannot be read
     */
    public static void checkCard(Path card) throws IOException {
        try {
            YarnCard.read(Files.readAllBytes(card));
        } catch (YarnCardException e) {
            throw new PresetException("BAD_CARD", card.getFileName() + ": " + e.message(), e.hint());
        }
    }

    /** Whether there is one of that name. */
    public boolean knows(String name) {
        return byName.containsKey(name);
    }

    /**
     * The preset of that name.
     *
     * @throws PresetException UNKNOWN_PRESET
     */
    public Preset named(String name) {
        Preset preset = byName.get(name);
        if (preset == null) {
            throw new PresetException("UNKNOWN_PRESET", "there is no preset " + name, "known: " + names());
        }
        return preset;
    }

    /** All of them, by name. */
    public Collection<Preset> all() {
        return byName.values();
    }

    /** All names, for messages. */
    public String names() {
        return String.join(", ", byName.keySet());
    }

    private static List<Path> own(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PresetException(
                    "PRESET_UNREADABLE", folder + ": " + FileErrors.reason(e), "check shuttle.presets");
        }
    }

    private static Preset read(String name, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(
                    name, new CardShelf(file.toString(), file.toAbsolutePath().getParent()), in);
        } catch (IOException e) {
            throw new PresetException(
                    "PRESET_UNREADABLE", file + ": " + FileErrors.reason(e), "check the file's rights");
        }
    }

    private static Preset parse(String name, CardShelf cards, InputStream in) throws IOException {
        try {
            return PresetFile.read(in.readAllBytes(), cards).preset(name);
        } catch (RecipeException e) {
            throw new PresetException("BAD_PRESET", cards.where() + ": " + e.getMessage(), e.hint());
        } catch (IllegalArgumentException e) {
            throw new PresetException("BAD_PRESET", cards.where() + ": " + e.getMessage(), "mend the value");
        }
    }
}
