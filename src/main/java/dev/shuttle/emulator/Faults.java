package dev.shuttle.emulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The faults in force. All rules that match a call apply together: delays add up, the first fault that replaces the
 * answer wins. Rules are kept in memory only.
 *
 * <p>By HTTP, without a key: {@code GET /emulator/faults} lists the rules, {@code POST /emulator/faults} adds one or an
 * array of them, {@code DELETE /emulator/faults} removes all:
 *
 * <pre>{@code
 * {"when": {"call": "submit", "from": 1, "to": 2, "model": "wanx2.1-imageedit"},
 *  "fault": {"type": "refuse", "code": "Throttling.RateQuota"}}
 * {"when": {"call": "submit", "accepted": 2},
 *  "fault": {"type": "fail_task", "code": "InternalError", "message": "submit algo service error, Internal server error!"}}
 * {"when": {"call": "poll", "from": 3, "to": 3}, "fault": {"type": "refuse", "status": 503, "code": "ModelUnavailable"}}
 * {"when": {"call": "download"}, "fault": {"type": "delay", "time": "PT2S"}}
 * }</pre>
 *
 * Calls: submit, poll, cancel, list, upload, download. Types: refuse, html_page, reset, delay, lose_answer, truncate,
 * ends, body, fail_task, fail_pictures, empty_results, never_finish, unknown_task, corrupt_body, wrong_type, late_list; the fields are
 * those of {@link Fault} and {@link When} in snake_case, times are ISO 8601 durations.
 */
public final class Faults {
    private static final class Armed {
        private final Rule rule;
        private final Map<String, Integer> counts = new HashMap<>();

        private Armed(Rule rule) {
            this.rule = rule;
        }

        private boolean appliesTo(Occasion occasion) {
            return rule.when().concerns(occasion)
                    && rule.when().covers(counts.merge(occasion.counter(), 1, Integer::sum));
        }
    }

    private final List<Armed> armed = new ArrayList<>();

    Faults() {}

    /** Adds a rule. */
    public synchronized void add(When when, Fault fault) {
        armed.add(new Armed(new Rule(when, fault)));
    }

    /** The n-th accepted submit ends FAILED for this reason. */
    public void failTask(int nthAccepted, String code, String message) {
        add(When.every(Call.SUBMIT).ofAccepted(nthAccepted), new Fault.FailTask(code, message));
    }

    /** The n-th accepted submit is accepted, but the client never learns of it. */
    public void loseAnswer(int nthAccepted) {
        add(When.every(Call.SUBMIT).ofAccepted(nthAccepted), new Fault.LoseAnswer());
    }

    /** Every call of this kind is refused with this error. */
    public void refuse(Call call, DocumentedError error) {
        add(When.every(call), Fault.Refuse.with(error));
    }

    /** Removes all rules. */
    public synchronized void clear() {
        armed.clear();
    }

    /** The rules in force, oldest first. */
    public synchronized List<Rule> rules() {
        return armed.stream().map(each -> each.rule).toList();
    }

    /** Counts this call and returns the faults that apply to it. */
    synchronized FaultEffects effectsOn(Occasion occasion) {
        return new FaultEffects(armed.stream()
                .filter(each -> each.appliesTo(occasion))
                .map(each -> each.rule.fault())
                .toList());
    }

    /** A fault and when it applies. */
    public record Rule(When when, Fault fault) {
        /** Both are there, also when read from JSON. */
        public Rule {
            Objects.requireNonNull(when, "when");
            Objects.requireNonNull(fault, "fault");
        }
    }
}
