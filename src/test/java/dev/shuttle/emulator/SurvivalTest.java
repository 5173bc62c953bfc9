package dev.shuttle.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.emulator.Client.Reply;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was accepted outlives the process. */
class SurvivalTest {
    private static final String PICTURE = Pictures.dataUrl(Pictures.png(512, 512, 1));

    @TempDir
    Path folder;

    private EmulatorSettings settings() {
        return EmulatorSettings.defaults().withStateDirectory(folder).withTimes(Duration.ZERO, Duration.ZERO);
    }

    /** An emulator in a process of its own: prints its port and waits to be killed. */
    static final class Alone {
        private Alone() {}

        public static void main(String[] folder) throws Exception {
            Emulator emulator = Emulator.start(EmulatorSettings.defaults()
                    .withStateDirectory(Path.of(folder[0]))
                    .withTimes(Duration.ZERO, Duration.ZERO));
            System.out.println("port " + emulator.port());
            Thread.currentThread().join();
        }
    }

    @Test
    void anAcceptedTaskSurvivesAKillAndIsPolledOnAnotherPort() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Alone.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String taskId;
        int portBefore;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (!line.startsWith("port ")) {
                line = out.readLine();
            }
            portBefore = Integer.parseInt(line.substring("port ".length()));
            URI uri = URI.create("http://127.0.0.1:" + portBefore + "/api/v1" + Client.IMAGE_TO_IMAGE);
            taskId = Client.send(HttpRequest.newBuilder(uri)
                            .header("Authorization", "Bearer " + EmulatorSettings.DEFAULT_KEY)
                            .header("X-DashScope-Async", "enable")
                            .POST(BodyPublishers.ofString(
                                    Client.edit("蜀锦", PICTURE).toString()))
                            .build())
                    .taskId();
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (Emulator emulator = Emulator.start(settings())) {
            Client client = new Client(emulator);
            Reply done = client.poll(taskId);

            assertThat(emulator.port()).isNotEqualTo(portBefore);
            assertThat(done.taskStatus()).isEqualTo("SUCCEEDED");
            assertThat(done.firstUrl()).startsWith("http://127.0.0.1:" + emulator.port() + "/oss/");
            assertThat(client.download(done.firstUrl()).status()).isEqualTo(200);
            assertThat(emulator.ledger().accepted()).isEqualTo(1);
            assertThat(emulator.ledger().billed()).isEqualTo(1);
            assertThat(emulator.ledger().requests("POST", "image-synthesis")).hasSize(1);
        }
    }

    @Test
    void cancelsPollsAndTheNumberOfTheNextTaskSurviveARestart() throws Exception {
        EmulatorSettings waiting = settings().withTimes(Duration.ofMinutes(5), Duration.ZERO);
        String cancelled;
        try (Emulator emulator = Emulator.start(waiting)) {
            Client client = new Client(emulator);
            cancelled = client.submit(Client.edit("蜀锦", PICTURE)).taskId();
            client.post("/tasks/" + cancelled + "/cancel", "");
            client.poll(cancelled);
        }

        try (Emulator emulator = Emulator.start(settings())) {
            Client client = new Client(emulator);
            emulator.faults().failTask(2, "InternalError", "second");
            String second = client.submit(Client.edit("宋锦", PICTURE)).taskId();

            assertThat(client.poll(cancelled).taskStatus()).isEqualTo("CANCELED");
            assertThat(emulator.ledger().polls(cancelled)).isEqualTo(2);
            assertThat(client.poll(second).taskStatus()).isEqualTo("FAILED");
        }
    }

    @Test
    void aTornLastLineNeverHappened() throws Exception {
        try (Emulator emulator = Emulator.start(settings())) {
            new Client(emulator).submit(Client.edit("蜀锦", PICTURE));
        }
        Files.writeString(folder.resolve("journal.jsonl"), "{\"event\":\"accep", StandardOpenOption.APPEND);

        try (Emulator emulator = Emulator.start(settings())) {
            new Client(emulator).submit(Client.edit("宋锦", PICTURE));
        }

        try (Emulator emulator = Emulator.start(settings())) {
            assertThat(emulator.ledger().accepted()).isEqualTo(2);
        }
    }

    @Test
    void aDamagedJournalIsSaidAndNotOverwritten() throws Exception {
        Path journal = folder.resolve("journal.jsonl");
        Files.writeString(journal, "not a line of ours\n");

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> Emulator.start(settings()))
                    .isInstanceOfSatisfying(EmulatorException.class, damaged -> {
                        assertThat(damaged.code()).isEqualTo("STATE_UNUSABLE");
                        assertThat(damaged.hint()).contains("delete");
                    });
        }
        assertThat(journal).hasContent("not a line of ours");
    }

    @Test
    void twoEmulatorsDoNotShareAStateDirectory() {
        try (Emulator first = Emulator.start(settings())) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> Emulator.start(settings()))
                    .isInstanceOfSatisfying(
                            EmulatorException.class,
                            inUse -> assertThat(inUse.code()).isEqualTo("STATE_IN_USE"));
        }
    }

    @Test
    void aTakenPortIsSaid() {
        EmulatorSettings temporary = EmulatorSettings.defaults();
        try (Emulator first = Emulator.start(temporary)) {
            assertThatThrownBy(() -> Emulator.start(temporary.withPort(first.port())))
                    .isInstanceOfSatisfying(
                            EmulatorException.class,
                            taken -> assertThat(taken.code()).isEqualTo("PORT_TAKEN"));
        }
    }
}
