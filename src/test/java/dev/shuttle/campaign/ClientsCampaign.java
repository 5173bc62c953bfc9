package dev.shuttle.campaign;

import dev.shuttle.campaign.SlowClients.Kind;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.ShuttleProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Hostile clients against the real program in a process of its own with 512 MB, and a well-behaved one beside them. Options:
 * {@code --clients N} (slow ones of each kind, 80), {@code --seconds N} (how long each kind goes on, 45), {@code --only WORDS} (kinds that are named so).
 */
public final class ClientsCampaign implements AutoCloseable {
    static final String TOKEN = "a-token-that-is-long-enough";
    private static final String PASSWORD = "warp-and-weft-1";
    private static final int LARGE = 64 << 20;

    private final Folder folder;
    private final ShuttleProcess program;
    private final Http pages;
    private final Http operators;

    ClientsCampaign(Path root) throws IOException, InterruptedException {
        this.folder = new Folder(root);
        Map<String, String> settings = new HashMap<>(folder.settings());
        this.pages = new Http("127.0.0.1", freePort());
        this.operators = new Http("127.0.0.1", freePort());
        settings.put("shuttle.http.port", String.valueOf(pages.port()));
        settings.put("shuttle.management.port", String.valueOf(operators.port()));
        settings.put("shuttle.preset", "faithful");
        Path large = Files.createDirectories(folder.outbox().resolve("large"));
        Files.write(large.resolve("large.png"), new byte[LARGE]);
        this.program = ShuttleProcess.start(
                settings, Map.of("SHUTTLE_API_TOKEN", TOKEN, "SHUTTLE_HAWTIO_PASSWORD", PASSWORD), "run");
        if (!program.awaitLineWhileItGoesOn(
                line -> line.contains(String.valueOf(operators.port())), 1, Trials.SILENCE)) {
            throw new IllegalStateException(program.output());
        }
    }

    Http pages() {
        return pages;
    }

    Http operators() {
        return operators;
    }

    String log() {
        return program.output();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    WellBehaved wellBehaved() {
        return new WellBehaved(pages, operators, TOKEN);
    }

    List<HostileRequests.Outcome> wrongAnswers() throws IOException {
        List<HostileRequests.Outcome> wrong = new ArrayList<>(new HostileRequests(pages.port(), TOKEN, true).wrong());
        wrong.addAll(new HostileRequests(operators.port(), TOKEN, false).wrong());
        return wrong;
    }

    /** On which port each of them begins. */
    Map<Kind, Integer> slowKinds() {
        String host = "Host: localhost\r\n";
        String token = "Authorization: Bearer " + TOKEN + "\r\n";
        Map<Kind, Integer> kinds = new HashMap<>();
        kinds.put(new Kind("slow heads", "GET / HTTP/1.1\r\n" + host + "X: ", true, 0), pages.port());
        kinds.put(new Kind("slow first letters", "", true, 0), pages.port());
        kinds.put(
                new Kind(
                        "slow sign-in forms",
                        "POST /sign-in HTTP/1.1\r\n" + host
                                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000\r\n\r\ntoken=",
                        true,
                        0),
                pages.port());
        kinds.put(
                new Kind(
                        "slow logins",
                        "POST /hawtio/auth/login HTTP/1.1\r\n" + host
                                + "Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n{",
                        true,
                        0),
                operators.port());
        kinds.put(
                new Kind(
                        "slow Jolokia",
                        "POST /hawtio/jolokia HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n1000\r\n{",
                        true,
                        0),
                operators.port());
        kinds.put(
                new Kind("slow uploads", pages.head(4 << 20).replace("\r\n\r\n", "\r\n" + token + "\r\n"), true, 0),
                pages.port());
        kinds.put(
                new Kind(
                        "slow bodies nobody asked for",
                        "POST /api/jobs HTTP/1.1\r\n" + host + token + "Content-Length: 1000000\r\n\r\n",
                        true,
                        0),
                pages.port());
        kinds.put(
                new Kind(
                        "slow readers of a file",
                        "GET /outbox/large/large.png HTTP/1.1\r\n" + host + token + "\r\n",
                        false,
                        64),
                pages.port());
        kinds.put(
                new Kind(
                        "slow readers of Hawtio", "GET /hawtio/html.worker.js HTTP/1.1\r\n" + host + "\r\n", false, 64),
                operators.port());
        kinds.put(
                new Kind(
                        "readers of events who read nothing",
                        "GET /api/events HTTP/1.1\r\n" + host + token + "\r\n",
                        false,
                        0),
                pages.port());
        kinds.put(new Kind("connections without a word", "", false, 0), pages.port());
        return kinds;
    }

    /** Wrong tokens, many at once; gives how many answers came. */
    int guess(int count, Duration time) throws InterruptedException {
        ExecutorService many = Executors.newFixedThreadPool(32);
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String wrong = "Bearer wrong-" + i;
            answers.add(CompletableFuture.supplyAsync(
                    () -> pages.get("/api/jobs", "Authorization", wrong).statusCode(), many));
        }
        many.shutdown();
        if (!many.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS)) {
            many.shutdownNow();
        }
        return (int) answers.stream()
                .filter(answer -> answer.isDone() && !answer.isCompletedExceptionally())
                .count();
    }

    /** A figure of the operators' metrics. */
    String metric(String name) {
        String all = new String(
                operators
                        .get("/observe/metrics", "Authorization", "Bearer " + TOKEN)
                        .body(),
                java.nio.charset.StandardCharsets.UTF_8);
        return all.lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .orElse("?");
    }

    long stackLines() {
        return log().lines()
                .filter(line -> line.matches("\\s+at [\\w.$/]+\\(.*"))
                .count();
    }

    @Override
    public void close() {
        program.close();
    }

    /** Runs it all and prints a table. */
    public static void main(String... args) throws Exception {
        int clients = option(args, "--clients", 80);
        int seconds = option(args, "--seconds", 45);
        Path root = Files.createTempDirectory("clients-campaign-");
        boolean fine = true;
        try (ClientsCampaign campaign = new ClientsCampaign(root)) {
            try (WellBehaved client = campaign.wellBehaved()) {
                TimeUnit.SECONDS.sleep(10);
                say("nobody else", client.figures());
            }
            String only = Arrays.asList(args).contains("--only")
                    ? args[Arrays.asList(args).indexOf("--only") + 1]
                    : "";
            for (Map.Entry<Kind, Integer> kind : campaign.slowKinds().entrySet()) {
                if (!kind.getKey().name().contains(only)) {
                    continue;
                }
                fine &= campaign.slow(kind.getKey(), kind.getValue(), clients, seconds);
            }
            fine &= campaign.all(clients, seconds);
            try (WellBehaved client = campaign.wellBehaved()) {
                int answered = campaign.guess(2000, Duration.ofSeconds(seconds));
                say(
                        "2,000 wrong tokens by 32 at once",
                        answered + " answered in " + seconds + " s; beside: " + client.figures());
                fine &= client.failures().isEmpty();
            }
            List<HostileRequests.Outcome> wrong = campaign.wrongAnswers();
            wrong.forEach(outcome -> say("wrong", outcome.toString()));
            say("lines of stack traces in the log", String.valueOf(campaign.stackLines()));
            boolean memory = campaign.log().contains("OutOfMemoryError");
            say("out of memory", String.valueOf(memory));
            fine &= wrong.isEmpty() && !memory && campaign.stackLines() == 0;
        }
        System.exit(fine ? 0 : 1);
    }

    private boolean slow(Kind kind, int port, int count, int seconds) throws InterruptedException {
        try (SlowClients slow = new SlowClients(kind, port, count);
                WellBehaved client = wellBehaved()) {
            TimeUnit.SECONDS.sleep(seconds);
            say(count + " " + kind.name(), client.figures() + "; left " + slow.left() + "; " + state());
            return client.failures().isEmpty();
        }
    }

    /** All kinds at once. */
    private boolean all(int count, int seconds) throws InterruptedException {
        List<SlowClients> all = new ArrayList<>();
        try (WellBehaved client = wellBehaved()) {
            slowKinds().forEach((kind, port) -> all.add(new SlowClients(kind, port, count)));
            TimeUnit.SECONDS.sleep(seconds);
            int left = all.stream().mapToInt(SlowClients::left).sum();
            say(count + " of every kind at once", client.figures() + "; left " + left + "; " + state());
            return client.failures().isEmpty();
        } finally {
            all.forEach(SlowClients::close);
        }
    }

    private String state() {
        return "threads " + metric("jvm_threads_live_threads") + ", heap "
                + (long) Double.parseDouble(metric("jvm_memory_used_bytes{area=\"heap\"")) / (1 << 20) + " MB";
    }

    private static int option(String[] args, String name, int usual) {
        for (int i = 0; i + 1 < args.length; i++) {
            if (args[i].equals(name)) {
                return Integer.parseInt(args[i + 1]);
            }
        }
        return usual;
    }

    private static void say(String what, String figures) {
        System.out.println(what + ": " + figures);
    }
}
