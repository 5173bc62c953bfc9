package dev.shuttle.ops.doctor;

import dev.shuttle.provider.Sleeper;
import dev.shuttle.provider.dashscope.DashScopeSettings;
import dev.shuttle.settings.Configuration;
import dev.shuttle.settings.Settings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The installation that is examined.
 *
 * @param configuration where each setting came from
 * @param dashScope the account's settings, as the program would use them
 * @param client the program's; its exchanges are written down in the examination's records
 * @param proxy {@code host:port} of the proxy that this client goes by; null: none
 * @param brokerDelays asks the broker whether it delays messages, and throws where it cannot be reached; null: there is none
 * @param routeFaults reads the routes; each fault names its file
 * @param environment the process's
 */
public record DoctorContext(
        Settings settings,
        Configuration configuration,
        DashScopeSettings dashScope,
        ProgramClient client,
        @Nullable String proxy,
        @Nullable BooleanSupplier brokerDelays,
        Supplier<List<String>> routeFaults,
        Map<String, String> environment,
        Wishes wishes,
        InstantSource clock,
        Sleeper sleeper) {

    /**
     * What is only done on demand.
     *
     * @param submit one call that is paid for
     * @param regions show a key that is refused to the vendor's other regions
     */
    public record Wishes(boolean submit, boolean regions) {}
}
