package dev.shuttle.app;

import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** Camel as the program has it, whichever of its routes are to run. */
final class CamelMain {
    private CamelMain() {}

    /**
     * Not started yet.
     *
     * @param routes files of routes, as Camel's include pattern
     * @param placeholders what routes may name as {@code {{key}}}
     * @param parts binds what these routes call, before they are read
     */
    static Main of(String name, String routes, Map<String, String> placeholders, Consumer<CamelContext> parts) {
        Main main = new Main();
        // The commands stop the program themselves, in their order.
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.configure().withName(name);
        main.configure().withBasePackageScanEnabled(false);
        main.configure().withRoutesIncludePattern(routes);
        main.configure().withAutoConfigurationLogSummary(false);
        main.configure().withUseBreadcrumb(false);
        placeholders.forEach(main::addOverrideProperty);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeInitialize(BaseMainSupport starting) {
                CamelContext context = starting.getCamelContext();
                settle((PropertiesComponent) context.getPropertiesComponent(), placeholders);
                parts.accept(context);
            }
        });
        return main;
    }

    /** The configuration has settled what beats what; Camel must not ask the environment again. */
    private static void settle(PropertiesComponent properties, Map<String, String> placeholders) {
        Properties values = new Properties();
        values.putAll(placeholders);
        properties.setOverrideProperties(values);
        properties.setEnvironmentVariableMode(0);
        properties.setSystemPropertiesMode(0);
    }
}
