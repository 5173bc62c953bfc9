package dev.shuttle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The short way through {@code convert}'s arguments means what picocli's long one means. */
final class ConvertRequestTest {
    @TempDir
    private Path folder = Path.of("");

    private String picture = "";

    @BeforeEach
    void aPicture() throws IOException {
        picture = Files.createFile(folder.resolve("牡丹 1.png")).toString();
    }

    private static ConvertRequest byPicocli(List<String> words) {
        return CommandLine.populateCommand(new ConvertCommand(), words.toArray(String[]::new))
                .request();
    }

    @Test
    void theUsualFormIsReadWithoutPicocli() {
        List<String> words = List.of("-p", "faithful", picture, "-k", "16", "-o", "-");

        assertThat(ConvertRequest.plain(words))
                .contains(new ConvertRequest(List.of(picture), "faithful", "-", 16, null, false, null));
    }

    @Test
    void whatTheShortWayTakesMeansTheSameToPicocli() {
        List<String> vocabulary = List.of(
                picture,
                picture,
                "-",
                "-p",
                "--preset",
                "-o",
                "--output",
                "-k",
                "--colours",
                "--cloud",
                "--set",
                "a=b",
                "16",
                "08",
                "99",
                "faithful",
                "x.png",
                "out",
                "-kx",
                "-k8",
                "--colours=8",
                "--",
                "@args",
                "",
                "'a'");
        Random random = new Random(7);
        int taken = 0;
        for (int round = 0; round < 20_000; round++) {
            List<String> words = new ArrayList<>();
            for (int i = random.nextInt(7); i >= 0; i--) {
                words.add(vocabulary.get(random.nextInt(vocabulary.size())));
            }
            Optional<ConvertRequest> plain = ConvertRequest.plain(words);
            if (plain.isPresent()) {
                taken++;
                assertThat(plain).as("%s", words).contains(byPicocli(words));
            }
        }
        assertThat(taken).as("arguments that went the short way").isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-h",
                "nowhere.png",
                "-k 65 PICTURE",
                "-k 1 PICTURE",
                "-k x PICTURE",
                "-k PICTURE",
                "PICTURE -o",
                "-p a -p b PICTURE",
                "--cloud PICTURE",
                "--set a=b PICTURE",
                "PICTURE PICTURE -o x.png",
                "PICTURE -"
            })
    void whatIsWrongOrUnusualIsLeftToPicocli(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ", -1)) {
            words.add(word.equals("PICTURE") ? picture : word);
        }

        assertThat(ConvertRequest.plain(words)).isEmpty();
    }
}
