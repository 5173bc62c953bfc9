package dev.shuttle.campaign;

import dev.shuttle.emulator.Emulator;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What came of a trial's pictures, held against the laws by the folders and the emulator's ledger. */
final class Tally {
    private final Map<String, Integer> ends = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();

    /** Counts one trial whose program has ended. */
    void count(String trial, Folder folder, List<byte[]> pictures, Emulator cloud, Set<String> allowedFailures)
            throws IOException {
        List<Path> results = folder.results();
        List<String> originals = originals(results);
        for (byte[] picture : pictures) {
            long places =
                    originals.stream().filter(Disk.sha256(picture)::equals).count();
            law(places == 1, trial + ": a picture lies in " + places + " places");
        }
        law(results.size() == pictures.size(), trial + ": " + results.size() + " results");
        law(Folder.children(folder.inbox()).findAny().isEmpty(), trial + ": the inbox is not empty");
        law(jobFolders(folder.work()) == 0, trial + ": " + jobFolders(folder.work()) + " jobs are left in work/");
        law(cloud.ledger().duplicates() == 0, trial + ": " + cloud.ledger().duplicates() + " pictures were sent again");
        Set<String> tasks = new HashSet<>();
        for (Report report : folder.reports()) {
            end(report, trial, allowedFailures);
            String task = report.cloud() == null ? null : report.cloud().taskId();
            law(task == null || tasks.add(task), trial + ": two jobs have task " + task);
        }
    }

    private void end(Report report, String trial, Set<String> allowedFailures) {
        String code = report.problem() == null
                ? String.valueOf(report.reason())
                : report.problem().code();
        boolean done = report.state() == State.DONE;
        law(report.source().sha256() != null, trial + ": a report without its original's checksum");
        law(done || allowedFailures.contains(code), trial + ": " + report.state() + " with " + code);
        String path = report.path() == null ? "" : " " + report.path().name().toLowerCase(java.util.Locale.ROOT);
        ends.merge(report.state() + path + (code.equals("null") ? "" : " " + code), 1, Integer::sum);
    }

    private static List<String> originals(List<Path> results) throws IOException {
        List<String> originals = new ArrayList<>();
        for (Path result : results) {
            try (Stream<Path> files = Files.list(result)) {
                for (Path file : files.filter(
                                each -> each.getFileName().toString().startsWith("source."))
                        .toList()) {
                    originals.add(Disk.sha256(file));
                }
            }
        }
        return originals;
    }

    private static long jobFolders(Path work) {
        return Folder.children(work)
                .filter(file ->
                        dev.shuttle.pipeline.job.JobId.isOne(file.getFileName().toString()))
                .count();
    }

    void law(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }

    /** What was broken; empty where all held. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    /** How many jobs ended how. */
    Map<String, Integer> ends() {
        return new TreeMap<>(ends);
    }
}
