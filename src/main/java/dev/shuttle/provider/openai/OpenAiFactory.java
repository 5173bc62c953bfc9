package dev.shuttle.provider.openai;

import dev.shuttle.provider.Account;
import dev.shuttle.provider.Provider;
import dev.shuttle.provider.ProviderFactory;

/** Makes the provider {@code openai} of its settings. */
public final class OpenAiFactory implements ProviderFactory {
    @Override
    public String name() {
        return "openai";
    }

    @Override
    public boolean isModel(String name) {
        return !name.isBlank();
    }

    @Override
    public Provider open(Account account, Surroundings around) {
        return new OpenAi(account, around);
    }
}
