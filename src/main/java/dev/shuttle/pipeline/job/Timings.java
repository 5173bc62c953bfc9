package dev.shuttle.pipeline.job;

import org.jspecify.annotations.Nullable;

/** How long each stage took, in milliseconds; null where a job did not go through it. */
public record Timings(
        @Nullable Long admit,
        @Nullable Long submit,
        @Nullable Long poll,
        @Nullable Long download,
        @Nullable Long decode,
        @Nullable Long convert,
        @Nullable Long publish,
        @Nullable Long total) {

    /** Nothing measured yet. */
    public static final Timings NONE = new Timings(null, null, null, null, null, null, null, null);

    public Timings withAdmit(long ms) {
        return new Timings(ms, submit, poll, download, decode, convert, publish, total);
    }

    /** Adds to what earlier submits took. */
    public Timings addSubmit(long ms) {
        return new Timings(admit, sum(submit, ms), poll, download, decode, convert, publish, total);
    }

    public Timings addPoll(long ms) {
        return new Timings(admit, submit, sum(poll, ms), download, decode, convert, publish, total);
    }

    public Timings addDownload(long ms) {
        return new Timings(admit, submit, poll, sum(download, ms), decode, convert, publish, total);
    }

    public Timings withConversion(long decodeMs, long convertMs) {
        return new Timings(admit, submit, poll, download, decodeMs, convertMs, publish, total);
    }

    public Timings withPublish(long publishMs, long totalMs) {
        return new Timings(admit, submit, poll, download, decode, convert, publishMs, totalMs);
    }

    private static long sum(@Nullable Long before, long more) {
        return before == null ? more : before + more;
    }
}
