package dev.shuttle.report.gallery;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.shuttle.report.Loom;
import dev.shuttle.report.OutputFile;
import dev.shuttle.report.Report;
import dev.shuttle.report.Role;
import dev.shuttle.report.State;
import dev.shuttle.report.Swatch;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A finished job in the gallery. There may be tens of thousands, so its keys are short.
 *
 * @param folder relative to the outbox, {@code /} between parts
 * @param at when it ended, milliseconds since 1970
 * @param code why it went local, or what was wrong
 * @param palette its first colours, most of the surface first, as hexadecimal digits without anything between
 * @param thumbnail the small picture's name within the folder
 * @param node which node of several made it
 */
record Entry(
        @JsonProperty("f") String folder,
        @JsonProperty("n") String name,
        @JsonProperty("j") String job,
        @JsonProperty("t") long at,
        @JsonProperty("s") State state,
        @JsonProperty("p") @Nullable Road path,
        @JsonProperty("c") @Nullable String code,
        @JsonProperty("r") @Nullable String preset,
        @JsonProperty("k") @Nullable Integer colours,
        @JsonProperty("w") @Nullable Integer ends,
        @JsonProperty("h") @Nullable Integer lines,
        @JsonProperty("i") @Nullable String thumbnail,
        @JsonProperty("l") @Nullable String palette,
        @JsonProperty("o") @Nullable String node) {
    private static final int STRIPE = 10;

    static Entry of(String folder, Report report, Instant at) {
        Loom loom = report.loom();
        Problem problem = report.problem();
        return new Entry(
                folder,
                report.source().name(),
                report.job(),
                at.toEpochMilli(),
                report.state(),
                report.path(),
                problem == null ? report.reason() : problem.code(),
                report.preset(),
                loom == null ? null : loom.colours(),
                loom == null ? null : loom.ends(),
                loom == null ? null : loom.lines(),
                report.files().stream()
                        .filter(f -> f.role() == Role.THUMBNAIL)
                        .map(OutputFile::path)
                        .findFirst()
                        .orElse(null),
                loom == null ? null : stripe(loom),
                report.node());
    }

    private static String stripe(Loom loom) {
        return loom.palette().stream()
                .sorted(Comparator.comparingDouble(Swatch::share).reversed())
                .limit(STRIPE)
                .map(Swatch::rgb)
                .filter(rgb -> rgb.matches("#[0-9a-fA-F]{6}"))
                .map(rgb -> rgb.substring(1))
                .collect(Collectors.joining());
    }
}
