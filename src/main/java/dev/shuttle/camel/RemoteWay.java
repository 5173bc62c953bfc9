package dev.shuttle.camel;

import dev.shuttle.pipeline.disk.JobFolder;
import dev.shuttle.pipeline.dispatch.Dispatch;
import dev.shuttle.pipeline.dispatch.ParkedJobs;
import dev.shuttle.pipeline.intake.RemoteFiles;
import dev.shuttle.pipeline.job.Job;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** What the routes {@code ftp} and {@code sftp} ask about a file of their server. */
public final class RemoteWay implements GenericFileFilter<Object>, Comparator<GenericFile<Object>> {
    private final RemoteFiles files;
    private final Dispatch dispatch;
    private final ParkedJobs waiting;

    /** Asks these. */
    public RemoteWay(RemoteFiles files, Dispatch dispatch, ParkedJobs waiting) {
        this.files = files;
        this.dispatch = dispatch;
        this.waiting = waiting;
    }

    /** Camel's question: is the file to be fetched, the folder to be looked into? */
    @Override
    public boolean accept(GenericFile<Object> file) {
        return file.isDirectory()
                ? files.isOpen(file.getFileNameOnly())
                : files.isReady(file.getRelativeFilePath(), file.getFileLength(), modified(file));
    }

    /** Tickets before pictures, then by name. */
    @Override
    public int compare(GenericFile<Object> a, GenericFile<Object> b) {
        return Comparator.comparing((GenericFile<Object> file) -> !RemoteFiles.isCompanion(file.getFileNameOnly()))
                .thenComparing(GenericFile::getRelativeFilePath)
                .compare(a, b);
    }

    /**
     * Makes the fetched file a job's own and enters it in the journal.
     *
     * @return the job; nothing for a ticket, and for a picture that was fetched before. What is thrown keeps the file on the
     *     server
     */
    public List<Job> take(Exchange exchange) throws IOException {
        GenericFile<?> file = (GenericFile<?>) exchange.getProperty(ExchangePropertyKey.FILE_EXCHANGE_FILE);
        File fetched = exchange.getMessage().getBody(File.class);
        JobFolder folder = files.take(
                        fetched.toPath(), file.getRelativeFilePath(), file.getFileLength(), modified(file))
                .orElse(null);
        if (folder == null) {
            return List.of();
        }
        try {
            return List.of(dispatch.admit(folder));
        } catch (IOException | RuntimeException e) {
            // It is ours, but not yet in the journal: it is tried there again, and stays on the server until then.
            waiting.parkAfter(folder, e);
            throw e;
        }
    }

    private static Instant modified(GenericFile<?> file) {
        return Instant.ofEpochMilli(file.getLastModified());
    }
}
