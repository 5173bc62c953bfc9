package dev.shuttle.report.outcome;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long each stage took, in milliseconds and in the order a job passes them; null where it did not. {@code total} is the whole job. */
public record Timings(
        @Nullable Long admit,
        @Nullable Long submit,
        @Nullable Long poll,
        @Nullable Long download,
        @Nullable Long decode,
        @Nullable Long convert,
        @Nullable Long write,
        @Nullable Long publish,
        @Nullable Long total) {

    /** Nothing measured yet. */
    public static final Timings NONE = new Timings(null, null, null, null, null, null, null, null, null);

    public Timings withAdmit(long ms) {
        return new Timings(ms, submit, poll, download, decode, convert, write, publish, total);
    }

    /** Adds to what earlier submits took. */
    public Timings addSubmit(long ms) {
        return new Timings(admit, sum(submit, ms), poll, download, decode, convert, write, publish, total);
    }

    public Timings addPoll(long ms) {
        return new Timings(admit, submit, sum(poll, ms), download, decode, convert, write, publish, total);
    }

    public Timings addDownload(long ms) {
        return new Timings(admit, submit, poll, sum(download, ms), decode, convert, write, publish, total);
    }

    public Timings withConversion(long decodeMs, long convertMs) {
        return new Timings(admit, submit, poll, download, decodeMs, convertMs, write, publish, total);
    }

    /** What else the loom stage took: reading, measuring, drawing for the eye, writing. */
    public Timings withWrite(long ms) {
        return new Timings(admit, submit, poll, download, decode, convert, ms, publish, total);
    }

    public Timings withPublish(long publishMs, long totalMs) {
        return new Timings(admit, submit, poll, download, decode, convert, write, publishMs, totalMs);
    }

    /** The stages that the job went through, in order. */
    public Map<String, Long> byStage() {
        Map<String, Long> stages = new LinkedHashMap<>();
        put(stages, "admit", admit);
        put(stages, "submit", submit);
        put(stages, "poll", poll);
        put(stages, "download", download);
        put(stages, "decode", decode);
        put(stages, "convert", convert);
        put(stages, "write", write);
        put(stages, "publish", publish);
        put(stages, "total", total);
        return stages;
    }

    private static void put(Map<String, Long> stages, String name, @Nullable Long ms) {
        if (ms != null) {
            stages.put(name, ms);
        }
    }

    private static long sum(@Nullable Long before, long more) {
        return before == null ? more : before + more;
    }
}
