package dev.shuttle.pipeline.dispatch;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.intake.Claim;
import dev.shuttle.pipeline.intake.RemoteFiles;
import dev.shuttle.pipeline.job.Source.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Claims that a kill cut short before the picture was in work alone: they have not happened. */
record CutShort(Path work, Path inbox) {
    /** Takes such a claim back: returns whether it was one. */
    boolean takesBack(JobFolder folder) throws IOException {
        boolean cutShort = folder.source().isEmpty() || isStillInTheInbox(folder);
        if (cutShort) {
            undo(folder);
        }
        return cutShort;
    }

    private void undo(JobFolder folder) throws IOException {
        Optional<Path> ticket = folder.ticket().map(file -> folder.tickets().relativize(file));
        Optional<Path> sidecar = folder.sidecar().map(file -> folder.sidecars().relativize(file));
        String way = ticket.or(() -> sidecar)
                .map(arrived -> arrived.getName(0).toString())
                .orElse("inbox");
        Origin from = Origin.valueOf(way.toUpperCase(Locale.ROOT));
        Claim.undo(folder, from == Origin.INBOX ? inbox : RemoteFiles.staging(work, from), from);
    }

    /** Onto another disk a claim is a copy and then a delete; cut short between the two, it has not happened. */
    private boolean isStillInTheInbox(JobFolder folder) throws IOException {
        Path source = folder.source().orElse(null);
        if (source == null) {
            return false;
        }
        Path path = folder.root().relativize(source);
        Path arrived = inbox.resolve(path.subpath(1, path.getNameCount()));
        return path.startsWith("inbox")
                && Files.isRegularFile(arrived, LinkOption.NOFOLLOW_LINKS)
                && Files.size(arrived) == Files.size(source)
                && Disk.sha256(arrived).equals(Disk.sha256(source));
    }
}
