package dev.shuttle.provider.dashscope;

import dev.shuttle.provider.Account;
import dev.shuttle.provider.Provider;
import dev.shuttle.provider.ProviderFactory;

/** Makes DashScope of its settings. */
public final class DashScopeFactory implements ProviderFactory {
    @Override
    public String name() {
        return "dashscope";
    }

    @Override
    public boolean isModel(String name) {
        return Models.names().contains(name);
    }

    @Override
    public Provider open(Account account, Surroundings around) {
        return new DashScope(
                DashScopeSettings.of(account),
                around.wire(),
                around.limiter(),
                around.clock(),
                around.steady(),
                around.random(),
                around.sleeper());
    }
}
