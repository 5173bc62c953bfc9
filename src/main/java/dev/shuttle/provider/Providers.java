package dev.shuttle.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The providers that are in use, and whose a model is: {@code provider:model}, where bare names are DashScope's. */
public final class Providers {
    /** Whose models have no prefix. */
    public static final String USUAL = "dashscope";

    private final Map<String, Provider> byName = new LinkedHashMap<>();

    /** These, by their names. */
    public Providers(Collection<? extends Provider> providers) {
        providers.forEach(provider -> byName.put(provider.name(), provider));
    }

    /** All that are on the class path, by name. */
    public static List<ProviderFactory> found() {
        List<ProviderFactory> found = new ArrayList<>();
        ServiceLoader.load(ProviderFactory.class).forEach(found::add);
        found.sort(Comparator.comparing(ProviderFactory::name));
        return List.copyOf(found);
    }

    /** Whether a provider of that name is on the class path, and may have the model. */
    public static boolean isModel(String model) {
        return found().stream()
                .filter(factory -> factory.name().equals(nameOf(model)))
                .anyMatch(factory -> factory.isModel(within(model)));
    }

    /** The name of the provider whose model this is. */
    public static String nameOf(String model) {
        int colon = model.indexOf(':');
        return colon < 0 ? USUAL : model.substring(0, colon).strip();
    }

    /** The model's name within its provider. */
    public static String within(String model) {
        return model.substring(model.indexOf(':') + 1).strip();
    }

    /** A model's one name, as the journal and reports have it: DashScope's without its prefix. */
    public static String canonical(String model) {
        return nameOf(model).equals(USUAL) ? within(model) : nameOf(model) + ":" + within(model);
    }

    /** Whether a provider of this name is in use. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /**
     * The provider of that name.
     *
     * @throws IllegalArgumentException where it is not in use
     */
    public Provider named(String name) {
        Provider provider = byName.get(name);
        if (provider == null) {
            throw new IllegalArgumentException(
                    "The provider '" + name + "' is not in use; shuttle.models names those that are");
        }
        return provider;
    }

    /** The provider whose model this is. */
    public Provider of(String model) {
        return named(nameOf(model));
    }

    /** The model of that name. */
    public Model model(String name) {
        return of(name).model(name);
    }

    /** All of them. */
    public Collection<Provider> all() {
        return List.copyOf(byName.values());
    }
}
