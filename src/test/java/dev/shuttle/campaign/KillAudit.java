package dev.shuttle.campaign;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.shuttle.emulator.Ledger;
import dev.shuttle.emulator.LedgerTask;
import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Folder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Compares what was given to the program with what lies in its outbox and with the cloud's own ledger. */
final class KillAudit {
    private record Ended(Path folder, Report report) {}

    private final List<KillDrop> drops;
    private final Map<String, List<Ended>> ended;
    private final List<String> findings = new ArrayList<>();

    private KillAudit(List<KillDrop> drops, Folder folder) {
        this.drops = drops;
        this.ended = folder.results().stream()
                .map(result -> new Ended(result, Folder.report(result)))
                .collect(groupingBy(each -> each.report().source().name()));
    }

    /** What was found, in sentences. */
    List<String> findings() {
        return findings;
    }

    /** Counts, and keeps what is wrong in {@link #findings()}. */
    static Result of(List<KillDrop> drops, Set<Integer> unanswered, Folder folder, Ledger ledger) {
        KillAudit audit = new KillAudit(drops, folder);
        KillFigures figures = audit.count(unanswered, ledger);
        return new Result(figures, List.copyOf(audit.findings));
    }

    /** Figures and findings. */
    record Result(KillFigures figures, List<String> findings) {}

    /** @param unanswered uploads that were cut off: the program may or may not have them */
    private KillFigures count(Set<Integer> unanswered, Ledger ledger) {
        List<KillDrop> given = drops.stream()
                .filter(drop ->
                        !unanswered.contains(drop.number()) || !results(drop).isEmpty())
                .toList();
        return new KillFigures(
                0,
                "",
                0,
                given.size(),
                drops(given, "lost", drop -> results(drop).isEmpty() || !hasItsBytes(drop)),
                drops(given, "doubled", drop -> results(drop).size() > 1),
                paidTwice(ledger),
                drops(given, "wrong", drop -> !hasItsPicture(drop) || !hasItsTicket(drop)),
                drops(given, "failed", drop -> any(drop, each -> each.report().state() != State.DONE)),
                count(given, each -> Files.exists(each.folder().resolve("cloud.png"))),
                count(given, each -> each.report().path() == dev.shuttle.report.outcome.Road.LOCAL),
                count(given, each -> "SUBMIT_UNCERTAIN".equals(each.report().reason())),
                count(given, each -> Files.exists(each.folder().resolve("cloud-unsure.png"))),
                0);
    }

    private int drops(List<KillDrop> given, String word, Predicate<KillDrop> wrong) {
        List<KillDrop> found = given.stream().filter(wrong).toList();
        found.forEach(drop -> findings.add(word + ": " + drop.name() + " "
                + results(drop).stream().map(Ended::folder).toList()));
        return found.size();
    }

    private int count(List<KillDrop> given, Predicate<Ended> counted) {
        return (int) given.stream().filter(drop -> any(drop, counted)).count();
    }

    private boolean any(KillDrop drop, Predicate<Ended> counted) {
        return results(drop).stream().anyMatch(counted);
    }

    private List<Ended> results(KillDrop drop) {
        return ended.getOrDefault(drop.name(), List.of());
    }

    private boolean hasItsBytes(KillDrop drop) {
        return !any(drop, each -> !drop.sha256().equals(hash(each.folder().resolve("source.png"))));
    }

    /** A result that was published as the cloud's shows the number of its own source. */
    private boolean hasItsPicture(KillDrop drop) {
        return !any(drop, each -> {
            Path cloud = each.folder().resolve("cloud.png");
            return Files.exists(cloud)
                    && !NumberedPicture.read(bytes(cloud), drops.size()).equals(OptionalInt.of(drop.number()));
        });
    }

    private boolean hasItsTicket(KillDrop drop) {
        return !any(drop, each -> !each.report().ticket().equals(drop.ticket()));
    }

    /** By the picture that was sent alone, whatever else a second order said. */
    private int paidTwice(Ledger ledger) {
        Map<String, Long> paid = ledger.tasks().stream()
                .filter(task -> task.billed() > 0)
                .collect(groupingBy(task -> String.valueOf(task.pictureSha256()), counting()));
        for (Map.Entry<String, Long> each : paid.entrySet()) {
            if (each.getValue() > 1) {
                List<String> tasks = ledger.tasks().stream()
                        .filter(task -> each.getKey().equals(task.pictureSha256()))
                        .map(LedgerTask::taskId)
                        .toList();
                findings.add("paid twice: tasks " + tasks);
            }
        }
        return paid.values().stream().mapToInt(count -> (int) (count - 1)).sum();
    }

    private static String hash(Path file) {
        try {
            return Files.exists(file) ? Disk.sha256(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
