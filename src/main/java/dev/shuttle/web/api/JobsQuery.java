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
 * Which jobs are asked for.
 *
 * @param states names; none: all
 * @param before only older ones than this
 * @param asked the states as the client wrote them
 */
record JobsQuery(
        Set<String> states,
        @Nullable JobId before,
        int limit,
        @Nullable String asked) {
    private static final List<String> OPEN = List.of("ADMITTED", "SUBMITTING", "SUBMITTED", "RUNNING", "CONVERTING");
    private static final List<String> FINAL = List.of("DONE", "REJECTED", "FAILED");
    private static final int USUAL = 50;
    private static final int MOST = 500;

    static JobsQuery of(Call call) {
        String state = call.parameter("state");
        return new JobsQuery(states(state), before(call.parameter("before")), limit(call.parameter("limit")), state);
    }

    String next(JobId last) {
        String states = asked == null ? "" : "&state=" + Addresses.escaped(asked);
        return "/api/jobs?limit=" + limit + states + "&before=" + last;
    }

    private static Set<String> states(@Nullable String asked) {
        Set<String> states = new LinkedHashSet<>();
        for (String name :
                asked == null ? new String[0] : asked.toUpperCase(Locale.ROOT).split(",")) {
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

    private static @Nullable JobId before(@Nullable String asked) {
        if (asked != null && !JobId.isOne(asked)) {
            throw bad("before=" + asked, "a job's id");
        }
        return asked == null ? null : new JobId(asked);
    }

    private static int limit(@Nullable String asked) {
        if (asked == null) {
            return USUAL;
        }
        int limit = asked.matches("\\d{1,4}") ? Integer.parseInt(asked) : 0;
        if (limit < 1 || limit > MOST) {
            throw bad("limit=" + asked, "a number from 1 to " + MOST);
        }
        return limit;
    }

    private static HttpProblem bad(String what, String allowed) {
        return new HttpProblem(400, "BAD_PARAMETER", what + " cannot be understood", "allowed: " + allowed);
    }
}
