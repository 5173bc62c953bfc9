package dev.shuttle.app;

import dev.shuttle.camel.RemoteAddress;
import dev.shuttle.camel.RemotePasswords;
import dev.shuttle.camel.RemotePolls;
import dev.shuttle.camel.RemoteWay;
import dev.shuttle.camel.SftpDelivery;
import dev.shuttle.pipeline.delivery.Deliveries;
import dev.shuttle.pipeline.dispatch.Dispatch;
import dev.shuttle.pipeline.dispatch.ParkedJobs;
import dev.shuttle.pipeline.intake.Claim;
import dev.shuttle.pipeline.intake.RemoteFiles;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.Source.Origin;
import dev.shuttle.settings.Remote;
import dev.shuttle.settings.Remotes;
import dev.shuttle.settings.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.apache.camel.CamelContext;

/** The part of {@link Wiring} that joins the FTP and SFTP servers, to fetch from and to deliver to. */
record Servers(Settings settings, Claim claim, Journal journal, InstantSource clock) {

    /** Hands what the routes {@code ftp}, {@code sftp} and {@code deliver} ask to them, by the names they use. */
    void bindTo(CamelContext context, Dispatch dispatch, ParkedJobs waiting, Deliveries deliveries) {
        Remotes remotes = settings.remotes();
        RemotePasswords passwords = new RemotePasswords();
        context.getCamelContextExtension().registerEndpointCallback(passwords);
        bind(context, Origin.FTP, remotes.ftp(), passwords, dispatch, waiting);
        bind(context, Origin.SFTP, remotes.sftp(), passwords, dispatch, waiting);
        String to = RemoteAddress.to(remotes.out());
        passwords.give(to, remotes.out().password());
        context.getRegistry().bind("deliveries", deliveries);
        context.getRegistry().bind("sftpOut", new SftpDelivery(context, to, deliveries));
    }

    private void bind(
            CamelContext context,
            Origin from,
            Remote remote,
            RemotePasswords passwords,
            Dispatch dispatch,
            ParkedJobs waiting) {
        String way = from.name().toLowerCase(Locale.ROOT);
        Path work = settings.folders().work();
        RemoteFiles files = new RemoteFiles(
                from,
                remote.address(),
                work,
                settings.intake().maxFileSize(),
                settings.intake().settle(),
                settings.intake().patience(),
                remote.poll(),
                claim,
                journal,
                clock);
        passwords.give(RemoteAddress.from(from, remote, work), remote.password());
        context.getRegistry().bind(way, new RemoteWay(files, dispatch, waiting));
        context.getRegistry().bind(way + "Polls", new RemotePolls(remote.address(), "shuttle." + way));
    }
}
