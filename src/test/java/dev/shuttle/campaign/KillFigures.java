package dev.shuttle.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What a round of kills came to; a ledger file has one in each line.
 *
 * @param seed what the round can be run again with
 * @param program the first digits of the jar's SHA-256
 * @param kills SIGKILLs of the running program
 * @param jobs pictures that had to end exactly once
 * @param lost those that ended nowhere, or without their original bytes
 * @param doubled those that ended more than once
 * @param paidTwice results that the cloud billed beyond one for each picture
 * @param wrong results published as the cloud's that were made of another picture
 * @param failed those that ended FAILED or REJECTED
 * @param cloud those whose picture is the cloud's
 * @param local those that took the local road
 * @param uncertain those of the local road of which it was not known whether the cloud had them
 * @param unsure those with a cloud picture that was not published because it may not be theirs
 * @param seconds how long the round took
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record KillFigures(
        long seed,
        String program,
        int kills,
        int jobs,
        int lost,
        int doubled,
        int paidTwice,
        int wrong,
        int failed,
        int cloud,
        int local,
        int uncertain,
        int unsure,
        long seconds) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What must not happen, in one number. */
    int faults() {
        return lost + doubled + paidTwice + wrong + failed;
    }

    KillFigures plus(KillFigures other) {
        return new KillFigures(
                seed,
                program.equals(other.program) ? program : "several",
                kills + other.kills,
                jobs + other.jobs,
                lost + other.lost,
                doubled + other.doubled,
                paidTwice + other.paidTwice,
                wrong + other.wrong,
                failed + other.failed,
                cloud + other.cloud,
                local + other.local,
                uncertain + other.uncertain,
                unsure + other.unsure,
                seconds + other.seconds);
    }

    /** The same with these kills and this time. */
    KillFigures of(long fromSeed, String ofProgram, int killed, long took) {
        return new KillFigures(
                fromSeed, ofProgram, killed, jobs, lost, doubled, paidTwice, wrong, failed, cloud, local, uncertain,
                unsure, took);
    }

    /** One line of JSON. */
    String line() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Adds the line to a ledger. */
    void appendTo(Path ledger) throws IOException {
        Path folder = ledger.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(ledger, line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** All lines of a ledger. */
    static List<KillFigures> in(Path ledger) throws IOException {
        List<KillFigures> rounds = new ArrayList<>();
        for (String line : Files.readAllLines(ledger)) {
            if (!line.isBlank()) {
                rounds.add(JSON.readValue(line, KillFigures.class));
            }
        }
        return rounds;
    }
}
