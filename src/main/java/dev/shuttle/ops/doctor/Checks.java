package dev.shuttle.ops.doctor;

import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.Wire;
import dev.shuttle.provider.dashscope.DashScope;
import dev.shuttle.provider.dashscope.DashScopeSettings;
import dev.shuttle.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** All checks, in the order in which they are made and shown: this machine, the way to the service, the account. */
final class Checks {
    /** No step of the way takes longer; an examination is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long ROOM = 500L << 20;

    private Checks() {}

    static List<Check> of(DoctorContext context, Records records) {
        Settings settings = context.settings();
        Settings.Folders folders = settings.folders();
        InstantSource clock = context.clock();
        Settings.Management management = settings.management();
        DashScopeSettings cloud = context.dashScope().withoutRepeats();
        ProgramClient client = context.client();
        Function<URI, DashScope> elsewhere = at -> dashScope(cloud.at(at), client.wire(), context);
        Duration patience = shorter(cloud.connectTimeout());
        String proxy = context.proxy();
        return List.of(
                MachineChecks.JavaCheck.ofProcess(settings.intake().maxPixels()),
                MachineChecks.EncodingCheck.ofProcess(),
                MachineChecks.FontCheck.ofProcess(),
                new FolderChecks.FolderCheck("inbox", folders.inbox(), clock),
                new FolderChecks.FolderCheck("outbox", folders.outbox(), clock),
                new FolderChecks.FolderCheck("work", folders.work(), clock),
                new FolderChecks.MovesCheck(folders.inbox(), folders.work(), folders.outbox(), clock),
                new FolderChecks.RoomCheck(
                        List.of(folders.outbox(), folders.work()), management == null ? ROOM : management.roomLow()),
                new MachineChecks.RunningCheck(folders.work()),
                new MachineChecks.PortCheck("pages", "shuttle.http", settings.http(), folders.work()),
                new MachineChecks.PortCheck(
                        "operators",
                        "shuttle.management",
                        management == null || settings.managementIsBesidePages() ? null : management.at(),
                        folders.work()),
                new ConfigurationChecks.PresetsCheck(
                        folders.presets(), settings.intake().preset()),
                new ConfigurationChecks.CardsCheck(folders.cards()),
                new ConfigurationChecks.CalibrationsCheck(folders.calibrations()),
                new ConfigurationChecks.WeavesCheck(folders.weaves()),
                new ConfigurationChecks.MachinesCheck(folders.machines()),
                new ConfigurationChecks.RoutesCheck(folders.routes().folder(), context.routeFaults()),
                new ConfigurationChecks.JournalCheck(settings.journal(), records),
                new ClusterChecks.NodesCheck(settings.journal()),
                new ClusterChecks.BrokerCheck(settings.broker(), context.brokerDelays()),
                new ClusterChecks.StoreCheck(settings.cluster().store()),
                new ConfigurationChecks.KeyCheck(settings.cloud().key(), keyOrigin(context)),
                new NetworkChecks.AddressCheck(cloud.baseUrl(), cloud.models()),
                new NetworkChecks.NetworkCheck(cloud.baseUrl(), proxy, context.environment(), patience),
                new ServiceChecks.ServiceCheck(cloud.baseUrl(), client, records, shorter(cloud.requestTimeout())),
                new ServiceChecks.ClockCheck(records),
                new ServiceChecks.AuthenticationCheck(
                        cloud.baseUrl(), context.wishes().regions(), elsewhere, clock),
                new AccountChecks.QuotaCheck(settings.cloud(), records, clock),
                new RequestCheck(cloud, records),
                new NetworkChecks.ResultsCheck(cloud, proxy, records, patience),
                new SubmitCheck(context.wishes().submit(), cloud, client, records, clock, context.sleeper()),
                new AccountChecks.AccountCheck(records, clock),
                new AccountChecks.ModelsCheck(cloud.models(), records, clock));
    }

    private static DashScope dashScope(DashScopeSettings cloud, Wire wire, DoctorContext context) {
        Limiter limiter = new Limiter("dashscope", cloud.submitRate(), cloud.pollRate(), PATIENCE);
        return new DashScope(cloud, wire, limiter, context.clock(), RandomGenerator.getDefault(), context.sleeper());
    }

    private static String keyOrigin(DoctorContext context) {
        boolean direct = context.configuration().isSet("dashscope.api-key");
        return direct ? context.configuration().origin("dashscope.api-key") : "dashscope.api-key-file";
    }

    private static Duration shorter(Duration set) {
        return set.compareTo(PATIENCE) < 0 ? set : PATIENCE;
    }
}
