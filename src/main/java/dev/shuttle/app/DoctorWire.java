package dev.shuttle.app;

import dev.shuttle.camel.CamelWire;
import dev.shuttle.camel.ErrorHandlers;
import dev.shuttle.dashscope.Sleeper;
import dev.shuttle.dashscope.Wire;
import dev.shuttle.ops.doctor.DoctorContext;
import dev.shuttle.pipeline.Shutdown;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.jspecify.annotations.Nullable;

/** The client as {@code run} has it, of the route {@code http} alone; started at its first use. */
public final class DoctorWire implements AutoCloseable {
    private final Settings settings;
    private final Configuration configuration;
    private @Nullable Main main;
    private @Nullable CamelWire wire;

    public DoctorWire(Settings settings, Configuration configuration) {
        this.settings = settings;
        this.configuration = configuration;
    }

    Wire open() {
        CamelWire open = wire;
        return open == null ? started() : open;
    }

    private Wire started() {
        Map<String, String> placeholders = Placeholders.of(settings, configuration);
        Main starting = new Main();
        main = starting;
        starting.setShutdownStrategy(new SimpleMainShutdownStrategy());
        starting.configure().withName("shuttle-doctor");
        starting.configure().withBasePackageScanEnabled(false);
        Path routes = settings.folders().routes().folder();
        starting.configure().withRoutesIncludePattern("file:" + routes + "/34-http.camel.yaml");
        starting.configure().withAutoConfigurationLogSummary(false);
        starting.configure().withJmxEnabled(false);
        placeholders.forEach(starting::addOverrideProperty);
        starting.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeInitialize(BaseMainSupport before) {
                CamelContext context = before.getCamelContext();
                Properties values = new Properties();
                values.putAll(placeholders);
                context.getPropertiesComponent().setOverrideProperties(values);
                CamelWire client = new CamelWire(context, Map::of, (request, status, nanos) -> {}, new Shutdown());
                wire = client;
                client.bind();
                ErrorHandlers.bindTo(context);
            }
        });
        try {
            starting.start();
        } catch (Exception e) {
            throw StartException.because(e);
        }
        return java.util.Objects.requireNonNull(wire);
    }

    /** What the checks look at, with this client. */
    public static DoctorContext context(
            Settings settings,
            Configuration configuration,
            DoctorWire wire,
            Map<String, String> environment,
            DoctorContext.Wishes wishes) {
        return new DoctorContext(
                settings,
                configuration,
                CloudWiring.dashScope(settings.cloud()),
                wire::open,
                DoctorWire.proxy(settings, configuration),
                () -> RouteFaults.in(settings.folders().routes().folder()),
                environment,
                wishes,
                InstantSource.system(),
                Sleeper.REAL);
    }

    /** {@code host:port} of the proxy that Camel's client is told to go by; null: none. */
    static @Nullable String proxy(Settings settings, Configuration configuration) {
        Map<String, String> values = configuration.placeholders();
        String prefix = "camel.component." + settings.cloud().baseUrl().getScheme() + ".";
        String host = first(values, prefix + "proxy-host", prefix + "proxyHost");
        String port = first(values, prefix + "proxy-port", prefix + "proxyPort");
        return host == null ? null : host + ":" + (port == null ? "80" : port);
    }

    private static @Nullable String first(Map<String, String> values, String one, String other) {
        String value = values.get(one);
        return value == null ? values.get(other) : value;
    }

    @Override
    public void close() {
        if (main != null) {
            main.stop();
        }
        if (wire != null) {
            wire.close();
        }
    }
}
