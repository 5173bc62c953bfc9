package dev.shuttle.web.api;

import static dev.shuttle.rig.Http.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.report.Report;
import dev.shuttle.report.State;
import dev.shuttle.rig.Folder;
import dev.shuttle.rig.Http;
import dev.shuttle.rig.Pictures;
import dev.shuttle.rig.ShuttleProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was accepted is kept, whatever happens to the program; its port is its own. */
@SuppressWarnings("NullAway.Init")
class RestKillTest {
    private static final String SERVED = "pages and REST";

    @TempDir
    private Path root;

    @Test
    void whatWasAcceptedBeforeAKillIsFinishedAfterIt() throws Exception {
        Folder folder = new Folder(root);
        List<String> accepted = new ArrayList<>();
        try (ShuttleProcess run = served(folder)) {
            Http http = http(run);
            for (int i = 0; i < 4; i++) {
                HttpResponse<byte[]> answer =
                        http.compose("p" + i + ".png", Pictures.png(i), Map.of(), "Prefer", "respond-async");
                assertThat(answer.statusCode()).isEqualTo(202);
                accepted.add(header(answer, "X-Shuttle-Job"));
            }
            run.kill();
        }

        try (ShuttleProcess again = ShuttleProcess.start(folder.settings(), Map.of(), "run", "--once")) {
            assertThat(again.exitCode()).as(again.output()).isZero();
        }

        assertThat(folder.reports()).extracting(Report::state).containsOnly(State.DONE);
        assertThat(folder.reports()).extracting(Report::job).containsExactlyInAnyOrderElementsOf(accepted);
    }

    @Test
    void aPortThatIsTakenEndsTheStartWithTwoAndSaysWhatToDo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ShuttleProcess run =
                        ShuttleProcess.start(settings(new Folder(root), taken.getLocalPort()), Map.of(), "run")) {
            assertThat(run.exitCode()).as(run.output()).isEqualTo(2);

            assertThat(run.output())
                    .contains("127.0.0.1:" + taken.getLocalPort())
                    .contains("hint:")
                    .contains("shuttle.http.port");
        }
    }

    private static Map<String, String> settings(Folder folder, int port) {
        Map<String, String> settings = folder.settings();
        settings.put("shuttle.http.port", String.valueOf(port));
        return settings;
    }

    /** Starts it on a port that nobody has; somebody may take it meanwhile, then on another. */
    private static ShuttleProcess served(Folder folder) throws InterruptedException {
        for (int port : new Random().ints(10, 20_000, 30_000).toArray()) {
            ShuttleProcess run = ShuttleProcess.start(settings(folder, port), Map.of(), "run");
            if (run.awaitLine(line -> line.contains(SERVED), 1)) {
                return run;
            }
            assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
        }
        throw new AssertionError("ten ports are taken");
    }

    private static Http http(ShuttleProcess run) {
        String line = run.output()
                .lines()
                .filter(said -> said.contains(SERVED))
                .findFirst()
                .orElseThrow();
        return new Http("127.0.0.1", Integer.parseInt(line.replaceAll(".*:(\\d+)/.*", "$1")));
    }
}
