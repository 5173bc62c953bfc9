package dev.shuttle.recipe;

import dev.shuttle.loom.harness.Harness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A machine by its name, as {@code NAME.yaml} in the folder of machines, or one that the program knows.
 *
 * @param endsPerCm its warp density; null where a machine has any
 * @param keys of its harness
 */
public record MachineFile(String name, @Nullable Double endsPerCm, Map<String, Object> keys) {
    /** The word by which a ticket switches its preset's machine off. */
    public static final String NONE = "none";

    /** The jacquards that the program knows, by their hooks; the needle board has rows of 16. */
    private static final List<Integer> JACQUARDS = List.of(1344, 2688, 5376, 6144, 10_752);

    private static final int ROW = 16;
    /** A TC2 by modules side by side and one behind the other; a module has 220 ends, 6 to the cm. */
    private static final Pattern TC2 = Pattern.compile("tc2-([1-9]|1[0-6])x([1-9]|1[0-2])");

    private static final int MODULE = 220;
    private static final int MODULE_PER_CM = 6;

    /** The names of the program's own machines, in words. */
    public static final String BUNDLED =
            "tc2-WxD (modules wide and deep, such as tc2-3x2), jacquard-1344, jacquard-2688, jacquard-5376,"
                    + " jacquard-6144, jacquard-10752";

    /** Takes a copy. */
    public MachineFile {
        keys = Map.copyOf(keys);
    }

    /** The file's name. */
    public static String file(String name) {
        return name + ".yaml";
    }

    /**
     * A whole file.
     *
     * @throws RecipeException naming each key that is wrong, its line, and what is allowed
     */
    public static MachineFile read(String name, byte[] file) throws RecipeException {
        Map<String, Object> keys = new LinkedHashMap<>(RecipeValidator.values(file, MachineVocabulary.FILE));
        Double density = (Double) keys.remove("ends_per_cm");
        keys.remove("about");
        MachineFile machine = new MachineFile(name, density, keys);
        machine.harness(Map.of());
        return machine;
    }

    /** One that comes with the program; empty where it has none of that name. */
    public static Optional<MachineFile> bundled(String name) {
        Matcher tc2 = TC2.matcher(name);
        if (tc2.matches()) {
            int wide = Integer.parseInt(tc2.group(1));
            int deep = Integer.parseInt(tc2.group(2));
            return Optional.of(
                    new MachineFile(name, (double) MODULE_PER_CM * deep, Map.of("hooks", MODULE * wide * deep)));
        }
        return JACQUARDS.stream()
                .filter(hooks -> name.equals("jacquard-" + hooks))
                .findFirst()
                .map(hooks -> new MachineFile(name, null, Map.of("hooks", hooks, "row", ROW)));
    }

    /**
     * With what a recipe says otherwise.
     *
     * @throws RecipeException where they do not go together
     */
    public Harness harness(Map<String, ?> said) throws RecipeException {
        Harness harness = HarnessKeys.harness(HarnessKeys.over(keys, said), name);
        if (harness == null) {
            throw new RecipeException("machine: " + name + " says nothing", "add hooks to its file");
        }
        return harness;
    }
}
