package dev.shuttle.ops.doctor;

import dev.shuttle.settings.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a key, and whether it looks like one. Nothing of it is shown but how long it is.
 *
 * @param origin where it was found
 */
record KeyCheck(@Nullable Secret key, String origin) implements Check {
    private static final int SHORTEST = 20;
    private static final String CODING_PLAN = "sk-sp-";

    @Override
    public String name() {
        return "key";
    }

    @Override
    public List<Finding> look() {
        return List.of(key == null ? new Words(name()).fail("key.none") : shape(key.get()));
    }

    private Finding shape(String text) {
        Words words = new Words(name());
        int length = text.length();
        if (text.chars().anyMatch(Character::isWhitespace)) {
            return words.fail("key.blank", origin, length);
        }
        if (!text.chars().allMatch(character -> character > ' ' && character < 127)) {
            return words.fail("key.foreign", origin, length);
        }
        if (text.startsWith("\"") || text.startsWith("'") || text.startsWith("<") || text.startsWith("Bearer")) {
            return words.fail("key.wrapped", origin, length);
        }
        if (text.startsWith(CODING_PLAN)) {
            return words.fail("key.plan", origin, length);
        }
        boolean plausible = text.startsWith("sk-") && length >= SHORTEST;
        return plausible ? words.ok("key", origin, length) : words.warn("key.odd", origin, length);
    }
}
