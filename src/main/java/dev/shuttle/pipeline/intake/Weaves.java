package dev.shuttle.pipeline.intake;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.design.Brocaded;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.design.WeaveTable;
import dev.shuttle.loom.library.WeaveException;
import dev.shuttle.loom.library.WeaveFile;
import dev.shuttle.loom.library.WeaveFormula;
import dev.shuttle.loom.weave.ShadedSatin;
import dev.shuttle.loom.weave.Structure;
import dev.shuttle.loom.weave.UnitWeave;
import dev.shuttle.loom.yarn.Yarn;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.disk.Modes;
import dev.shuttle.recipe.Brocade;
import dev.shuttle.recipe.RecipeException;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.recipe.preset.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The weaves that tickets and presets name for colours, and the masks of bobbins, which lie in the same folder.
 *
 * @param folder where the files of weaves lie; may be missing
 */
public record Weaves(Path folder) {
    private static final String STRUCTURES =
            "weaves of colours go with shaded-satin and damask (one warp, one weft) and with weft-backed, that of the"
                    + " ground with lampas and brocade too";

    /** The file of a weave as an order writes it. */
    public static String file(String written) {
        return WeaveFile.file(written.strip());
    }

    /** Whether a file may be a weave's by its name. */
    public static boolean isFile(String name) {
        return WeaveFile.isName(name) && WeaveFile.file(name).equals(name);
    }

    /**
     * How many weaves a file has.
     *
     * @throws RecipeException where it is no weave's
     */
    public static int count(Path file) throws IOException, RecipeException {
        try {
            return WeaveFile.all(file.getFileName().toString(), bytes(file)).size();
        } catch (WeaveException e) {
            throw new RecipeException(e.message(), e.hint());
        }
    }

    /**
     * Puts the copies that lie beside a job's result into a folder, where they may have come by REST, or are gone since; what is
     * there already stays as it is.
     *
     * @param written as an order names weaves: formulas and files
     * @param result the job's folder in the outbox
     * @param prefix of the copies' names
     * @return the names of those that were put there
     */
    public static List<String> again(Collection<String> written, Path result, String prefix, Path folder)
            throws IOException {
        List<String> again = new ArrayList<>();
        for (String one : written) {
            String name = file(one);
            Path copy = result.resolve(prefix + name);
            Path place = folder.resolve(name);
            if (isFile(name) && Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS) && !Files.exists(place)) {
                if (!Files.isDirectory(folder)) {
                    Modes.ownersFolder(folder);
                }
                Disk.copy(copy, place);
                again.add(name);
            }
        }
        return again;
    }

    /** What an order names; another structure does not take over the preset's. */
    static Map<String, String> named(Ticket ticket, Preset preset) {
        WeaveOrder usual = preset.recipe().weave();
        boolean other = ticket.structure() != null && (usual == null || usual.kind() != ticket.structure());
        return ticket.weaves().isEmpty() && !other ? preset.weaves() : ticket.weaves();
    }

    /** The files that a ticket names, and formulas of weaves among them. */
    public static List<String> written(Ticket ticket) {
        return Stream.concat(
                        ticket.weaves().values().stream(),
                        ticket.brocading().stream().map(Brocade::mask).filter(Objects::nonNull))
                .toList();
    }

    /** Puts the files that are named into the job's folder: what is drawn in them later changes no job under way. */
    void bring(Ticket ticket, Preset preset, JobFolder job) throws IOException, RecipeException {
        for (Map.Entry<String, String> entry : named(ticket, preset).entrySet()) {
            String written = entry.getValue().strip();
            if (WeaveFile.isName(written)) {
                bring(entry.getKey(), WeaveFile.file(written), job);
            }
        }
        WeaveOrder order = ticket.over(preset.recipe(), List.of()).weave();
        for (Brocaded one : order == null ? List.<Brocaded>of() : order.brocading()) {
            if (one.mask() != null) {
                bring("brocading", one.mask().name(), job);
            }
        }
    }

    private void bring(String key, String name, JobFolder job) throws IOException, RecipeException {
        if (!isIn(job.weaves(), name)) {
            Path file = file(key, name);
            Modes.ownersFolder(job.weaves());
            Path copy = job.weaves().resolve(file.getFileName().toString());
            Disk.copy(file, copy);
            Modes.ownersFile(copy);
        }
    }

    /** A file of the folder, as much of it as may be a weave's or a mask's. */
    byte[] bytes(String key, String name) throws IOException, RecipeException {
        return bytes(file(key, name));
    }

    /**
     * A recipe with the weaves that an order names.
     *
     * @param yarns of the order's card, whose names stand for their colours
     */
    Recipe into(Recipe recipe, Ticket ticket, Preset preset, List<Yarn> yarns) throws IOException, RecipeException {
        Map<String, String> named = named(ticket, preset);
        if (named.isEmpty()) {
            return recipe;
        }
        WeaveOrder order = recipe.weave();
        if (order == null) {
            throw new RecipeException("weaves: nothing is woven here", "name a structure; " + STRUCTURES);
        }
        WeaveTable table = table(named, yarns, recipe);
        boolean grounded = order.kind().hasGround() && table.colours().isEmpty() && table.others() == null;
        if (!order.kind().hasWeaves() && !grounded) {
            throw new RecipeException(
                    "weaves: in " + word(order.kind()) + " the binding warp alone binds what shows, so a colour has no"
                            + " weave of its own"
                            + (order.kind().hasGround() ? "; only the ground has one" : ""),
                    STRUCTURES);
        }
        if (grounded) {
            return recipe.withWeave(order.woven(table));
        }
        Recipe woven = pinned(recipe, table).withWeave(order.woven(table));
        fits(woven, table);
        return woven;
    }

    private static String word(StructureKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private WeaveTable table(Map<String, String> named, List<Yarn> yarns, Recipe recipe)
            throws IOException, RecipeException {
        Map<Rgb, UnitWeave> colours = new LinkedHashMap<>();
        UnitWeave ground = null;
        UnitWeave others = null;
        for (Map.Entry<String, String> entry : named.entrySet()) {
            String key = entry.getKey().strip();
            UnitWeave weave = weave(key, entry.getValue());
            if (key.equalsIgnoreCase("ground") || key.equals("地")) {
                ground = weave;
            } else if (key.equalsIgnoreCase("others") || key.equals("其他")) {
                others = weave;
            } else if (colours.put(inPalette(colour(key, yarns), key, recipe), weave) != null) {
                throw new RecipeException("weaves: the colour of " + key + " is named twice", "name it once");
            }
        }
        return new WeaveTable(colours, ground, others);
    }

    private UnitWeave weave(String key, String named) throws IOException, RecipeException {
        try {
            String written = named.strip();
            return WeaveFile.isName(written)
                    ? WeaveFile.read(written, bytes(file(key, WeaveFile.file(written))))
                    : WeaveFormula.of(written);
        } catch (WeaveException e) {
            throw new RecipeException("weaves: " + key + ": " + e.message(), e.hint());
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        // more than allowed is refused by its reader, and need not be held
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(WeaveFile.MOST_BYTES + 1);
        }
    }

    private static Rgb colour(String key, List<Yarn> yarns) throws RecipeException {
        if (key.matches("#?[0-9a-fA-F]{6}")) {
            return Rgb.parse(key);
        }
        List<Rgb> named = yarns.stream()
                .filter(yarn -> yarn.use() == Yarn.Use.COLOUR
                        && (yarn.name().equalsIgnoreCase(key) || yarn.title().equalsIgnoreCase(key)))
                .map(Yarn::colour)
                .toList();
        if (named.isEmpty()) {
            throw new RecipeException(
                    "weaves: " + key + " is no colour",
                    "name colours as \"#rrggbb\", by a yarn's name on the card that palette names, or ground, or others");
        }
        return named.get(0);
    }

    /** The colour of the recipe's palette that is meant, where it has one. */
    private static Rgb inPalette(Rgb colour, String key, Recipe recipe) throws RecipeException {
        if (recipe.palette().isEmpty()) {
            return colour;
        }
        Lab wanted = Lab.of(colour);
        Rgb nearest = recipe.palette().stream()
                .min(Comparator.comparingDouble(one -> Lab.of(one).difference(wanted)))
                .orElseThrow();
        if (Lab.of(nearest).difference(wanted) > WeaveTable.SAME) {
            throw new RecipeException(
                    "weaves: " + key + " is not in the palette", "the nearest colour there is " + nearest.hex());
        }
        return nearest;
    }

    /** A palette that is searched for has the colours that are named. */
    private static Recipe pinned(Recipe recipe, WeaveTable table) throws RecipeException {
        if (!recipe.palette().isEmpty()) {
            return recipe;
        }
        List<Rgb> all = new ArrayList<>(recipe.pinned());
        table.colours().keySet().stream()
                .filter(colour -> !all.contains(colour))
                .forEach(all::add);
        if (all.size() > recipe.colours()) {
            throw new RecipeException(
                    "weaves: " + all.size() + " colours are named or pinned, and the loom image has "
                            + recipe.colours(),
                    "write colours: " + all.size() + ", or more");
        }
        return recipe.withPinned(all);
    }

    /** A weave that floats further by itself than is allowed would be torn up all over. */
    private static void fits(Recipe recipe, WeaveTable table) throws RecipeException {
        WeaveOrder order = recipe.weave();
        if (order == null) {
            return;
        }
        WeaveOrder settled = order.settled(recipe.colours(), recipe.style().isOfOneHue());
        Structure structure = settled.structure(recipe.colours());
        int limit = structure.bounds().weftFace();
        for (UnitWeave weave : table.weaves()) {
            if (weave.longestFloat() > limit) {
                throw new RecipeException(
                        "weaves: " + weave.name() + " floats over " + weave.longestFloat() + " by itself, and "
                                + (structure instanceof ShadedSatin
                                        ? "float_limit is " + limit
                                        : "the satin that this structure is built on allows " + limit),
                        structure instanceof ShadedSatin
                                ? "choose a closer weave, or raise float_limit"
                                : "choose a closer weave, or name a satin of more ends, such as satin: {ends: 16, step: 7}");
            }
        }
        if (structure instanceof ShadedSatin tones
                && table.others() == null
                && tones.satin().ends() - 1 > limit) {
            throw new RecipeException(
                    "weaves: colours without a weave get a satin of "
                            + tones.satin().ends() + " ends, and float_limit is " + limit,
                    "name a weave for others, a closer satin, or raise float_limit");
        }
    }

    /** The rules of names let no path through; that the file lies in this very folder is looked at all the same. */
    private Path file(String key, String name) throws IOException, RecipeException {
        if (isIn(folder, name)) {
            return folder.resolve(name);
        }
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(WeaveFile::isName)
                        .sorted()
                        .limit(30)
                        .forEach(names::add);
            }
        }
        throw new RecipeException(
                (key.equals("brocading") ? key : "weaves: " + key) + ": there is no file " + name + " in " + folder,
                "those there: " + names);
    }

    private static boolean isIn(Path folder, String name) {
        Path file = plain(folder, name);
        return file != null && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static @Nullable Path plain(Path folder, String name) {
        try {
            Path file = folder.resolve(name).normalize();
            return folder.normalize().equals(file.getParent()) && !name.startsWith(".") ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
