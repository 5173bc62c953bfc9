package dev.shuttle.provider.stripes;

import dev.shuttle.provider.Account;
import dev.shuttle.provider.Provider;
import dev.shuttle.provider.ProviderFactory;

/** Makes the provider of its settings. */
public final class StripesFactory implements ProviderFactory {
    @Override
    public String name() {
        return "stripes";
    }

    @Override
    public boolean isModel(String name) {
        return name.equals("wide") || name.equals("own-server");
    }

    @Override
    public Provider open(Account account, Surroundings around) {
        return new Stripes(account, around);
    }
}
