package dev.shuttle.web.api;

import dev.shuttle.pipeline.job.JobId;
import dev.shuttle.web.server.Call;
import dev.shuttle.web.server.HttpProblem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs a client wants to see.
 *
 * @param states names; none: all
 * @param before only older ones than this
 * @param wanted the states as the client wrote them
 */
record JobsQuery(
        Set<String> states,
        @Nullable JobId before,
        int limit,
        @Nullable String wanted) {
    private static final List<String> OPEN = List.of("ADMITTED", "SUBMITTING", "SUBMITTED", "RUNNING", "CONVERTING");
    private static final List<String> FINAL = List.of("DONE", "REJECTED", "FAILED");
    private static final int USUAL = 50;
    private static final int MOST = 500;

    static JobsQuery of(Call call) {
        String state = call.parameter("state");
        return new JobsQuery(states(state), before(call.parameter("before")), limit(call.parameter("limit")), state);
    }

    String next(JobId last) {
        String states = wanted == null ? "" : "&state=" + Addresses.escaped(wanted);
        return "/api/jobs?limit=" + limit + states + "&before=" + last;
    }

    private static Set<String> states(@Nullable String wanted) {
        Set<String> states = new LinkedHashSet<>();
        for (String name :
                wanted == null ? new String[0] : wanted.toUpperCase(Locale.ROOT).split(",")) {
            String state = name.strip();
            if (state.equals("OPEN")) {
                states.addAll(OPEN);
            } else if (OPEN.contains(state) || FINAL.contains(state)) {
                states.add(state);
            } else {
                throw bad(
                        "state=" + name,
                        "one or several of OPEN, " + String.join(", ", OPEN) + ", " + String.join(", ", FINAL));
            }
        }
        return states;
    }

    private static @Nullable JobId before(@Nullable String wanted) {
        if (wanted != null && !JobId.isOne(wanted)) {
            throw bad("before=" + wanted, "a job's id");
        }
        return wanted == null ? null : new JobId(wanted);
    }

    private static int limit(@Nullable String wanted) {
        if (wanted == null) {
            return USUAL;
        }
        int limit = wanted.matches("\\d{1,4}") ? Integer.parseInt(wanted) : 0;
        if (limit < 1 || limit > MOST) {
            throw bad("limit=" + wanted, "a number from 1 to " + MOST);
        }
        return limit;
    }

    private static HttpProblem bad(String what, String allowed) {
        return new HttpProblem(400, "BAD_PARAMETER", what + " cannot be understood", "allowed: " + allowed);
    }
}
