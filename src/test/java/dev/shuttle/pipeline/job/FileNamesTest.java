package dev.shuttle.pipeline.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.Source.Origin;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users' names as parts of ours. */
final class FileNamesTest {
    /** The longest ending of a file in the outbox, and what a folder carries while it is not yet complete. */
    private static final String LONGEST_ENDING = ".pointpaper.png";

    private static final String LONGEST_PREFIX = ".part-";

    @ParameterizedTest
    @CsvSource({
        "peony.jpg,peony,jpg",
        "牡丹 花.PNG,牡丹 花,png",
        "Größe.tiff,Größe,tiff",
        "archive.tar.gz,archive.tar,gz",
        "no-ending,no-ending,bin",
        ".hidden,hidden,bin",
        "peony.,peony,bin",
        "photo.JPEG2000X,photo,bin",
        "photo.jp g,photo,bin",
        "🌸🦚.webp,🌸🦚,webp",
    })
    void aNameIsStemAndEnding(String name, String stem, String ending) {
        assertThat(FileNames.stem(name)).isEqualTo(stem);
        assertThat(FileNames.extension(name)).isEqualTo(ending);
    }

    @Test
    void anAccentWrittenInTwoPartsBecomesOne() {
        assertThat(FileNames.stem("Cafe\u0301.png")).isEqualTo("Caf\u00e9");
    }

    @ParameterizedTest
    @CsvSource({
        "../x.png,_x",
        "..\\..\\x.png,_.._x",
        "a/b.png,a_b",
        "/etc/passwd,_etc_passwd",
        "C:\\x.png,C__x",
    })
    void nothingLeavesItsFolder(String name, String stem) {
        assertThat(FileNames.stem(name)).isEqualTo(stem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a<b>.png", "a:b|c.png", "what?.png", "st*r.png", "say \"hi\".png"})
    void whatWindowsForbidsIsReplaced(String name) {
        assertThat(FileNames.stem(name)).contains("_").doesNotContainPattern("[<>:\"/\\\\|?*]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON.png", "nul.jpg", "com1.tif", "LPT9.png", "aux.x.png"})
    void theNamesOfWindowsDevicesAreNobodys(String name) {
        assertThat(FileNames.stem(name)).startsWith("_");
    }

    @ParameterizedTest
    @CsvSource({"console.png,console", "com10.png,com10", "nullah.png,nullah"})
    void aNameThatOnlyBeginsLikeADeviceStays(String name, String stem) {
        assertThat(FileNames.stem(name)).isEqualTo(stem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb.png", "a\tb.png", "a\u0000b.png", "a\u202eb.png", "a\u200bb.png", "a\ud800b.png"})
    void whatCannotBeSeenIsReplaced(String name) {
        assertThat(FileNames.stem(name)).isEqualTo("a_b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", " ", "~", "-", ". .png"})
    void aNameOfNothingGetsOne(String name) {
        assertThat(FileNames.stem(name)).isEqualTo("picture");
    }

    @ParameterizedTest
    @CsvSource({"'...x.png',x", "'-rf.png',rf", "'~x.png',x", "'x. .png',x", "' x .png',x"})
    void noNameHidesItselfOrLooksLikeAnOption(String name, String stem) {
        assertThat(FileNames.stem(name)).isEqualTo(stem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "织", "🌸"})
    void theLongestNameStillFitsWithIdAndEnding(String character) {
        String name = character.repeat(255) + ".png";
        Job job = Jobs.admitted(name);

        assertThat(bytes(LONGEST_PREFIX + job.folderName())).isLessThanOrEqualTo(255);
        assertThat(bytes(LONGEST_PREFIX + job.source().stem() + LONGEST_ENDING)).isLessThanOrEqualTo(255);
        assertThat(job.source().stem()).matches("(" + character + "){20,}");
    }

    @Test
    void aNameIsNotCutToOneThatEndsInADot() {
        assertThat(FileNames.stem("x".repeat(159) + ". y.png")).isEqualTo("x".repeat(159));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyNameBecomesAStemThatEveryFileSystemTakes(long seed) {
        String name = anyName(new Random(seed));

        String stem = Source.arrived(name, Origin.INBOX, 1).stem();

        assertThat(stem)
                .isNotEmpty()
                .doesNotContainPattern("[\\p{Cntrl}/\\\\:*?\"<>|]")
                .doesNotStartWith(".")
                .doesNotEndWith(".")
                .doesNotEndWith(" ");
        assertThat(new String(stem.getBytes(UTF_8), UTF_8)).isEqualTo(stem);
        assertThat(bytes(stem)).isLessThanOrEqualTo(160);
        assertThat(FileNames.stem(stem + ".png")).as("a safe stem stays").isEqualTo(stem);
        assertThat(FileNames.extension(name)).matches("[a-z0-9]{1,8}");
    }

    private static String anyName(Random random) {
        StringBuilder name = new StringBuilder();
        int length = random.nextInt(300);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(5)) {
                case 0 -> name.append((char) random.nextInt(0x20, 0x7f));
                case 1 -> name.append("./\\:~- \t\n".charAt(random.nextInt(9)));
                case 2 -> name.append((char) random.nextInt(0x4e00, 0x9fff));
                case 3 -> name.append((char) random.nextInt(0x10000));
                default -> name.appendCodePoint(random.nextInt(0x110000));
            }
        }
        return name.toString();
    }

    private static int bytes(String name) {
        return name.getBytes(UTF_8).length;
    }
}
