package dev.shuttle.ops.doctor;

import dev.shuttle.dashscope.DashScope;
import dev.shuttle.dashscope.DashScopeSettings;
import dev.shuttle.dashscope.Limiter;
import dev.shuttle.dashscope.Wire;
import dev.shuttle.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** All checks, in the order in which they are made and told: this machine, the way to the service, the account. */
final class Checks {
    /** No step of the way takes longer; an examination is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long ROOM = 500L << 20;

    private Checks() {}

    static List<Check> of(Case patient, Records records) {
        Settings settings = patient.settings();
        Settings.Folders folders = settings.folders();
        InstantSource clock = patient.clock();
        Settings.Management management = settings.management();
        DashScopeSettings cloud = patient.dashScope().withoutRepeats();
        Supplier<Wire> wire = () -> new WatchedWire(patient.wire().get(), records, clock);
        Function<URI, DashScope> client = at -> client(cloud.at(at), wire.get(), patient);
        Duration patience = shorter(cloud.connectTimeout());
        String proxy = patient.proxy();
        return List.of(
                JavaCheck.ofProcess(settings.intake().maxPixels()),
                EncodingCheck.ofProcess(),
                new FolderCheck("inbox", folders.inbox(), clock),
                new FolderCheck("outbox", folders.outbox(), clock),
                new FolderCheck("work", folders.work(), clock),
                new MovesCheck(folders.inbox(), folders.work(), folders.outbox(), clock),
                new RoomCheck(
                        List.of(folders.outbox(), folders.work()), management == null ? ROOM : management.roomLow()),
                new RunningCheck(folders.work()),
                new PortCheck("pages", "shuttle.http", settings.http(), folders.work()),
                new PortCheck(
                        "operators",
                        "shuttle.management",
                        management == null || settings.managementIsBesidePages() ? null : management.at(),
                        folders.work()),
                new PresetsCheck(folders.presets(), settings.intake().preset()),
                new CardsCheck(folders.cards()),
                new RoutesCheck(folders.routes().folder(), patient.routeFaults()),
                new JournalCheck(settings.journal(), records),
                new KeyCheck(settings.cloud().key(), keyOrigin(patient)),
                new AddressCheck(cloud.baseUrl(), cloud.models()),
                new NetworkCheck(cloud.baseUrl(), proxy, patient.environment(), patience),
                new ServiceCheck(cloud.baseUrl(), wire, records, shorter(cloud.requestTimeout())),
                new ClockCheck(records),
                new AuthenticationCheck(cloud.baseUrl(), patient.wishes().regions(), client, clock),
                new QuotaCheck(settings.cloud(), records, clock),
                new RequestCheck(cloud, records),
                new ResultsCheck(cloud, proxy, records, patience),
                new SubmitCheck(
                        patient.wishes().submit(),
                        cloud,
                        () -> client.apply(cloud.baseUrl()),
                        records,
                        clock,
                        patient.sleeper()),
                new AccountCheck(records, clock),
                new ModelsCheck(cloud.models(), records, clock));
    }

    private static DashScope client(DashScopeSettings cloud, Wire wire, Case patient) {
        Limiter limiter = new Limiter(cloud.submitRate(), cloud.pollRate(), PATIENCE);
        return new DashScope(cloud, wire, limiter, patient.clock(), RandomGenerator.getDefault(), patient.sleeper());
    }

    private static String keyOrigin(Case patient) {
        boolean direct = patient.configuration().isSet("dashscope.api-key");
        return direct ? patient.configuration().origin("dashscope.api-key") : "dashscope.api-key-file";
    }

    private static Duration shorter(Duration set) {
        return set.compareTo(PATIENCE) < 0 ? set : PATIENCE;
    }
}
