package dev.shuttle.campaign;

import dev.shuttle.emulator.Call;
import dev.shuttle.emulator.DocumentedError;
import dev.shuttle.emulator.Fault;
import dev.shuttle.emulator.http.Ending;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * One fault at one call, met by every such call of one picture.
 *
 * @param reasons why the picture may take the local road; empty: it must come from the cloud all the same
 */
record FaultCase(String name, Call call, Fault fault, Set<String> reasons) {
    /** With these the POST was accepted: the task is found in the list. */
    private static final Set<String> FOUND = Set.of();

    private static final Set<String> LOST = Set.of("ANSWER_LOST", "NOT_JSON", "NOT_DASHSCOPE");

    /** All there are. */
    static List<FaultCase> all() {
        List<FaultCase> all = new ArrayList<>();
        for (Ending ending : Ending.values()) {
            if (ending != Ending.WHOLE) {
                all.addAll(of(ending));
            }
        }
        all.addAll(bodies());
        for (DocumentedError error : DocumentedError.values()) {
            String name = error.name();
            Fault refused = Fault.Refuse.with(error);
            all.add(new FaultCase(
                    "submit " + name, Call.SUBMIT, refused, with(error.code(), "ANSWER_LOST", "SUBMIT_UNCERTAIN")));
            all.add(new FaultCase("poll " + name, Call.POLL, refused, with(error.code(), "DEADLINE")));
            Fault failed = new Fault.FailTask(error.code(), error.message());
            all.add(new FaultCase("task " + name, Call.SUBMIT, failed, with(error.code())));
        }
        for (int status : new int[] {302, 403, 404, 410, 429, 500, 503}) {
            Fault refused = new Fault.Refuse(status, "AccessDenied", "no");
            Set<String> reasons = Set.of("RESULT_REDIRECTED", "RESULT_EXPIRED", "RESULT_MISSING", "RESULT_UNREACHABLE");
            all.add(new FaultCase("download " + status, Call.DOWNLOAD, refused, reasons));
        }
        return List.copyOf(all);
    }

    private static List<FaultCase> of(Ending ending) {
        Fault fault = new Fault.Ends(ending);
        return List.of(
                new FaultCase("submit " + ending, Call.SUBMIT, fault, FOUND),
                new FaultCase("poll " + ending, Call.POLL, fault, Set.of("DEADLINE")),
                new FaultCase(
                        "download " + ending,
                        Call.DOWNLOAD,
                        fault,
                        Set.of("RESULT_UNREACHABLE", "RESULT_TOO_LARGE", "RESULT_NOT_AN_IMAGE", "RESULT_TRUNCATED")));
    }

    private static List<FaultCase> bodies() {
        List<FaultCase> all = new ArrayList<>();
        all.add(new FaultCase("submit before", Call.SUBMIT, new Fault.Reset(), LOST));
        all.add(new FaultCase("submit page", Call.SUBMIT, new Fault.HtmlPage(502), LOST));
        all.add(new FaultCase("poll page", Call.POLL, new Fault.HtmlPage(504), Set.of("DEADLINE")));
        all.add(new FaultCase("poll unknown", Call.POLL, new Fault.UnknownTask(), Set.of("DEADLINE", "TASK_UNKNOWN")));
        all.add(new FaultCase("task empty", Call.SUBMIT, new Fault.EmptyResults(), Set.of("EMPTY_RESULT")));
        all.add(new FaultCase("task never", Call.SUBMIT, new Fault.NeverFinish(), Set.of("DEADLINE")));
        Set<String> noPicture = Set.of("RESULT_NOT_AN_IMAGE", "RESULT_TRUNCATED", "RESULT_TOO_LARGE");
        all.add(new FaultCase("download spoilt", Call.DOWNLOAD, new Fault.CorruptBody(), noPicture));
        all.add(new FaultCase("download page", Call.DOWNLOAD, new Fault.HtmlPage(200), noPicture));
        String bomb = Base64.getEncoder().encodeToString(Bombs.png(19_000, 19_000));
        all.add(new FaultCase("download pixels", Call.DOWNLOAD, new Fault.Body(bomb, true), noPicture));
        for (String text : List.of("", "null", "[]", "{}", "\"\"", "{\"output\":[]}", "\uFEFF{", "<html>")) {
            Fault body = new Fault.Body(text, false);
            all.add(new FaultCase("submit body " + text, Call.SUBMIT, body, FOUND));
            all.add(new FaultCase("poll body " + text, Call.POLL, body, Set.of("DEADLINE")));
        }
        return all;
    }

    private static Set<String> with(String... reasons) {
        return Set.of(reasons);
    }

    /** Whether other jobs may be kept from the cloud, too: the account is refused, so nobody need ask. */
    boolean concernsAll() {
        return fault instanceof Fault.Refuse || fault instanceof Fault.FailTask;
    }
}
