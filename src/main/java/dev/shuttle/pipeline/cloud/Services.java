package dev.shuttle.pipeline.cloud;

import dev.shuttle.provider.Model;
import dev.shuttle.provider.Provider;
import dev.shuttle.provider.Providers;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The providers in use, each with its breaker and limits, found by the models that jobs name. */
public final class Services {
    private final Map<String, Service> byName = new LinkedHashMap<>();
    private final Providers providers;

    /** These. */
    public Services(Collection<Service> services) {
        services.forEach(service -> byName.put(service.provider().name(), service));
        this.providers = new Providers(services.stream().map(Service::provider).toList());
    }

    /** The one whose model this is. */
    Service of(String model) {
        Provider provider = providers.of(model);
        return Objects.requireNonNull(byName.get(provider.name()), provider.name());
    }

    Provider provider(String model) {
        return of(model).provider();
    }

    Model model(String name) {
        return provider(name).model(name);
    }

    /** Whether the provider of this name is in use here. */
    boolean has(String provider) {
        return byName.containsKey(provider);
    }

    /** Why nothing can be asked of it. */
    static String missing(String provider) {
        return "the provider '" + provider + "' is not in use here";
    }

    /** All of them. */
    Collection<Service> all() {
        return List.copyOf(byName.values());
    }

    /** Whether the provider of this name is in use here, and has a key where it wants one. */
    boolean isUsable(String provider) {
        Service service = byName.get(provider);
        return service != null && service.isUsable();
    }

    /** Whether the provider of this name may be asked, as far as its breaker knows. */
    boolean isClosed(String provider) {
        Service service = byName.get(provider);
        return service != null && service.isClosed();
    }
}
