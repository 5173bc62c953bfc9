package dev.shuttle.provider.openai;

import dev.shuttle.provider.Ability;
import dev.shuttle.provider.Model;
import dev.shuttle.provider.PictureLimits;
import java.util.Set;

/** A model of this interface: what it is called is the server's business. */
record OpenAiModel(String name, Dialect dialect) implements Model {
    @Override
    public PictureLimits picture() {
        return dialect.picture();
    }

    @Override
    public int promptLimit() {
        return 32_000;
    }

    @Override
    public int negativeLimit() {
        return 0;
    }

    @Override
    public Set<Ability> can() {
        return dialect.can();
    }
}
