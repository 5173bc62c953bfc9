package dev.shuttle.provider.openai;

import dev.shuttle.provider.Ability;
import dev.shuttle.provider.PictureLimits;
import java.util.Arrays;
import java.util.Set;

/** How a server speaks the images interface; the path, multipart and {@code image[]} are common to these. */
enum Dialect {
    /**
     * OpenAI itself (its published OpenAPI description, {@code POST /images/edits}): size {@code auto}, no seed, errors as an object. No
     * largest proportion is given for a picture that is sent; 3:1 is the largest that is made.
     */
    OPENAI("openai", new PictureLimits(256, 2048, 3, 20 * 1024 * 1024), Set.of()),
    /**
     * {@code sd-server} of stable-diffusion.cpp (its {@code examples/server/api.md}): the size of the picture where none is named, the seed
     * in a tag within the prompt, errors as a text. The models it runs are made for about one megapixel.
     */
    SD_SERVER("sd-server", new PictureLimits(256, 1024, 4, 20 * 1024 * 1024), Set.of(Ability.FREE, Ability.SEED));

    private final String word;
    // A record of four numbers.
    @SuppressWarnings("ImmutableEnumChecker")
    private final PictureLimits picture;

    // Made by Set.of.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Ability> can;

    Dialect(String word, PictureLimits picture, Set<Ability> can) {
        this.word = word;
        this.picture = picture;
        this.can = can;
    }

    /** @throws IllegalArgumentException saying which there are */
    static Dialect named(String word) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.word.equals(word))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("openai.dialect=" + word + ": must be one of "
                        + Arrays.stream(values()).map(dialect -> dialect.word).toList()));
    }

    PictureLimits picture() {
        return picture;
    }

    Set<Ability> can() {
        return can;
    }
}
