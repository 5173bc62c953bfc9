package dev.shuttle.provider.dashscope;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.Limiter;
import dev.shuttle.provider.OwnCode;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.WireRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests for tasks, lists and cancels (Model Studio, "Manage asynchronous tasks"). */
final class TaskCalls {
    /** The list's times; the documentation names no zone, all other times of the service are China's. */
    private static final DateTimeFormatter QUERY_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.ofHours(8));

    private static final int PAGE_SIZE = 50;
    private static final int MOST_PAGES = 100;

    private final Calls calls;
    private final Limiter limiter;

    TaskCalls(Calls calls, Limiter limiter) {
        this.calls = calls;
        this.limiter = limiter;
    }

    /** Waits for the account's rate; then the request that asks for a task. */
    WireRequest taskRequest(String taskId) {
        limiter.beforeTaskCall(Stage.POLL);
        return calls.getRequest("/tasks/" + encoded(taskId), Stage.POLL);
    }

    boolean cancel(String taskId) {
        return calls.repeated(() -> {
            limiter.beforeTaskCall(Stage.CANCEL);
            String path = "/tasks/" + encoded(taskId) + "/cancel";
            AnswerReader answer = calls.post(path, Stage.CANCEL);
            if (answer.ok() && answer.isJson() && !answer.hasCode()) {
                return true;
            }
            CloudError error = answer.error().of(answer.requestId(), taskId);
            if (error.code().equals("UnsupportedOperation")) {
                return false;
            }
            throw error.thrown();
        });
    }

    List<ListedTask> list(Instant from, Instant to, @Nullable String model) {
        String window = "&start_time=" + QUERY_TIME.format(from) + "&end_time=" + QUERY_TIME.format(to);
        return pages(window, model, Instant.MIN);
    }

    /** The last 24 hours, back to an instant at least. */
    List<ListedTask> recent(String model, Instant back) {
        return pages("", model, back);
    }

    private List<ListedTask> pages(String window, @Nullable String model, Instant back) {
        String filter = window + (model == null ? "" : "&model_name=" + encoded(model));
        var all = new ArrayList<ListedTask>();
        for (int number = 1; number <= MOST_PAGES; number++) {
            Page page = page(number, filter);
            all.addAll(page.tasks());
            if (page.tasks().isEmpty() || number >= page.total() || page.reachesBack(back)) {
                return List.copyOf(all);
            }
        }
        throw CloudError.own(OwnCode.NOT_DASHSCOPE, "The task list has no end", 200, Stage.LIST)
                .thrown();
    }

    private record Page(List<ListedTask> tasks, int total) {
        /** Whether the page is sorted newest first, as the service does it, and ends before the instant. */
        boolean reachesBack(Instant back) {
            Instant newer = Instant.MAX;
            for (ListedTask task : tasks) {
                Instant created = task.created();
                if (created == null || created.isAfter(newer)) {
                    return false;
                }
                newer = created;
            }
            return newer.isBefore(back);
        }
    }

    private Page page(int number, String filter) {
        AnswerReader answer = calls.repeated(() -> {
            limiter.beforeTaskCall(Stage.LIST);
            String query = "/tasks/?page_no=" + number + "&page_size=" + PAGE_SIZE + filter;
            AnswerReader read = calls.get(query, Stage.LIST);
            if (!read.ok() || !read.root().path("data").isArray()) {
                throw read.error().thrown();
            }
            return read;
        });
        var tasks = new ArrayList<ListedTask>();
        answer.root().path("data").forEach(node -> tasks.add(listed(answer, node)));
        return new Page(tasks, answer.root().path("total_page").asInt(1));
    }

    private static ListedTask listed(AnswerReader answer, JsonNode node) {
        long created = node.path("gmt_create").asLong(0);
        String model = answer.word(node, "model_name");
        String status = answer.word(node, "status");
        return new ListedTask(
                orEmpty(answer.word(node, "task_id")),
                model == null ? "" : model,
                status == null ? "UNKNOWN" : status,
                created == 0 ? null : Instant.ofEpochMilli(created),
                answer.word(node, "request_id"),
                answer.word(node, "api_key_id"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
