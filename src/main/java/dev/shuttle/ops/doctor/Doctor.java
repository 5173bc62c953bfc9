package dev.shuttle.ops.doctor;

import dev.shuttle.settings.FileErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Makes the checks in their order; one that needs what has failed is skipped. */
public final class Doctor {
    private final List<Check> checks;
    private final Redaction redaction;

    private Doctor(List<Check> checks, Redaction redaction) {
        this.checks = checks;
        this.redaction = redaction;
    }

    /** The checks of an installation; what they meet is added to the records. */
    public static Doctor of(DoctorContext context, Records records) {
        return new Doctor(Checks.of(context, records), Redaction.of(context));
    }

    static Doctor of(List<Check> checks) {
        return new Doctor(checks, new Redaction(List.of()));
    }

    /**
     * Looks at everything.
     *
     * @param listener gets each finding as soon as it is there
     */
    public List<Finding> examine(Consumer<Finding> listener) {
        List<Finding> findings = new ArrayList<>();
        Set<String> bad = new TreeSet<>();
        for (Check check : checks) {
            List<Finding> found = check.needs().stream()
                    .filter(bad::contains)
                    .findFirst()
                    .map(needed -> List.of(new Words(check.name()).skip("skipped", needed)))
                    .orElseGet(() -> looked(check));
            if (found.stream().anyMatch(Doctor::stops)) {
                bad.add(check.name());
            }
            found.stream().map(redaction::of).forEach(finding -> {
                findings.add(finding);
                listener.accept(finding);
            });
        }
        return findings;
    }

    /** Whether nothing of all that is wrong; warnings are allowed. */
    public static boolean isWell(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.FAIL);
    }

    private static boolean stops(Finding finding) {
        return finding.level() == Finding.Level.FAIL || finding.level() == Finding.Level.SKIP;
    }

    /** A check that breaks is a finding, and the others go on. */
    private static List<Finding> looked(Check check) {
        try {
            return check.look();
        } catch (RuntimeException broken) {
            return List.of(new Words(check.name()).fail("broken", FileErrors.of(broken)));
        }
    }
}
