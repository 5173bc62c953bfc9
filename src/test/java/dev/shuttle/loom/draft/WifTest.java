package dev.shuttle.loom.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.clean.LabelMaps;
import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.FaceMap;
import dev.shuttle.loom.weave.Satin;
import dev.shuttle.loom.weave.ShadedSatin;
import dev.shuttle.loom.weave.WeftFaced;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WifTest {
    private static final Rgb RED = Rgb.parse("#b3242b");
    private static final Rgb WHITE = Rgb.parse("#f4ecd8");

    private static BitGrid satin() {
        byte[] faces = new byte[16 * 16];
        for (int i = 0; i < faces.length; i++) {
            faces[i] = (byte) (i % 16 < 8 ? 1 : 7);
        }
        return new ShadedSatin(new Satin(8, 3))
                .weave(new FaceMap(16, 16, faces))
                .mains();
    }

    private static Drafting drafting(BitGrid cloth) {
        return Drafting.of(
                "Peony 100%; [牡丹]",
                cloth, Collections.nCopies(cloth.columns(), WHITE), Collections.nCopies(cloth.rows(), RED), 58.4, 21);
    }

    @ParameterizedTest
    @EnumSource(WifStyle.class)
    void whatIsWrittenIsReadBack(WifStyle style) throws DraftException {
        Draft draft = drafting(satin()).draft().orElseThrow();
        Draft read = WifReader.read(WifWriter.write(draft, style));
        assertThat(read.threading()).isEqualTo(draft.threading());
        assertThat(read.lifts()).isEqualTo(draft.lifts());
        assertThat(read.drawdown().upsideDown()).isEqualTo(satin());
        assertThat(read.warp()).isEqualTo(draft.warp());
        assertThat(read.weft()).isEqualTo(draft.weft());
        assertThat(read.title()).isEqualTo("Peony 100    ??");
        assertThat(read.endsPerCm()).isCloseTo(58.4, Percentage.withPercentage(0.01));
        assertThat(read.picksPerCm()).isCloseTo(21, Percentage.withPercentage(0.01));
    }

    @Test
    void whatProgramsWouldNotReadIsNotWritten() throws DraftException {
        assertThat(drafting(new BitGrid(100_001, 8)).draft()).isEmpty();
        assertThat(drafting(new BitGrid(20_001, 20_000)).draft()).isEmpty();

        Draft longest = drafting(new BitGrid(100_000, 8)).draft().orElseThrow();
        assertThat(WifReader.read(WifWriter.write(longest, WifStyle.LIFTPLAN)).lifts())
                .isEqualTo(longest.lifts());
    }

    @Test
    void equalEndsShareAShaft() {
        assertThat(drafting(satin()).shaftsNeeded()).isEqualTo(16);
        BitGrid samitum =
                WeftFaced.samitum(2).weave(new FaceMap(60, 30, new byte[1800])).cloth();
        assertThat(drafting(samitum).shaftsNeeded()).isEqualTo(4);
    }

    @Test
    void aPictureNeedsMoreShaftsThanThereAre() {
        byte[] faces = LabelMaps.RANDOM.map(64, 64, 7, 1);
        for (int i = 0; i < faces.length; i++) {
            faces[i]++;
        }
        BitGrid cloth = new ShadedSatin(new Satin(8, 3))
                .weave(new FaceMap(64, 64, faces))
                .mains();
        assertThat(drafting(cloth).shaftsNeeded()).isEqualTo(64);
        assertThat(drafting(cloth).draft()).isEmpty();
    }

    @Test
    void onlyThePartThatAllProgramsReadIsWritten() {
        String file = new String(
                WifWriter.write(drafting(satin()).draft().orElseThrow(), WifStyle.BOTH), StandardCharsets.US_ASCII);
        assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n", " =", "= ", "%", ";", "?=", "Developers");
        assertThat(file)
                .contains("[WIF]\r\nVersion=1.1\r\nDate=April 20, 1997\r\n", "Rising Shed=true", "Units=centimeters")
                .contains(
                        "LIFTPLAN=true", "TIEUP=true", "TREADLING=true", "Range=0,255", "\r\n16=", "Spacing=0.017123");
        assertThat(file.lines().filter(line -> line.startsWith("["))).doesNotHaveDuplicates();
    }

    /** The tabby of four ends and picks that all of the following say. */
    private static void isTabby(Draft draft) {
        assertThat(draft.ends()).isEqualTo(4);
        assertThat(draft.picks()).isEqualTo(4);
        BitGrid up = draft.drawdown();
        for (int pick = 0; pick < 4; pick++) {
            for (int end = 0; end < 4; end++) {
                assertThat(up.get(pick, end)).as("%d, %d", pick, end).isEqualTo((pick + end) % 2 == 0);
            }
        }
    }

    private static final String TABBY = """
            [WIF]
            Version=1.1
            [CONTENTS]
            THREADING=true
            LIFTPLAN=true
            COLOR TABLE=true
            COLOR PALETTE=true
            [COLOR PALETTE]
            Entries=2
            Range=0,255
            [WEAVING]
            Shafts=2
            Treadles=2
            Rising Shed=true
            [WARP]
            Threads=4
            Color=1
            Units=centimeters
            Spacing=0.1
            [WEFT]
            Threads=4
            Color=2
            [COLOR TABLE]
            1=255,255,255
            2=0,0,255
            [THREADING]
            1=1
            2=2
            3=1
            4=2
            [LIFTPLAN]
            1=1
            2=2
            3=1
            4=2
            """;

    private static Draft tabby(String file) throws DraftException {
        Draft draft = WifReader.read(file.getBytes(StandardCharsets.UTF_8));
        isTabby(draft);
        return draft;
    }

    @Test
    void aPlainFileIsRead() throws DraftException {
        Draft draft = tabby(TABBY);
        assertThat(draft.shafts()).isEqualTo(2);
        assertThat(draft.endsPerCm()).isEqualTo(10);
        assertThat(draft.weft()).containsOnly(Rgb.parse("#0000ff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n\n"})
    void anyLineEndsAreRead(String end) throws DraftException {
        tabby(TABBY.replace("\n", end));
    }

    /** Louët, old Windows programs. */
    @Test
    void blanksRoundTheEqualsSignAndAnyCaseAreRead() throws DraftException {
        tabby(TABBY.replace("=", " = ")
                .replace("[THREADING]", "  [ Threading ]")
                .replace("Shafts", "SHAFTS"));
    }

    /** DrawBoy's and other programs' comments. */
    @Test
    void commentsAreLeftOutAfterNumbersAndKeptInText() throws DraftException {
        Draft draft = tabby(TABBY.replace("3=1\n", "3=1 ; the third\n")
                .replace("[WARP]", "; a line\n[TEXT]\nTitle=Twill; 50% wool\n[WARP]"));
        assertThat(draft.title()).isEqualTo("Twill; 50% wool");
    }

    @ParameterizedTest
    @CsvSource({"yes, no", "on, off", "1, 0", "TRUE, FALSE", "Yes, No"})
    void yesAndNoHaveManyNames(String yes, String no) throws DraftException {
        tabby(TABBY.replace("true", yes));
        tabby(TABBY.replace("Rising Shed=true", "Rising Shed=" + no)
                .replace("[LIFTPLAN]\n1=1\n2=2\n3=1\n4=2", "[LIFTPLAN]\n1=2\n2=1\n3=2\n4=1"));
    }

    /** Fiberworks. */
    @Test
    void coloursAreScaledByTheirRange() throws DraftException {
        Draft draft =
                tabby(TABBY.replace("0,255\n[WEAVING]", "0,999\n[WEAVING]").replace("2=0,0,255", "2=0,500,999"));
        assertThat(draft.weft()).containsOnly(new Rgb(0, 128, 255));
    }

    @Test
    void aRangeMayBeginAboveZeroAndMayBeMissing() throws DraftException {
        assertThat(tabby(TABBY.replace("Range=0,255", "Range=100,200").replace("2=0,0,255", "2=100,150,200"))
                        .weft())
                .containsOnly(new Rgb(0, 128, 255));
        assertThat(tabby(TABBY.replace("Range=0,255\n", "Form=RGB\n")).weft()).containsOnly(Rgb.parse("#0000ff"));
    }

    /** pyweaving fails on it. */
    @Test
    void coloursOfSomeThreadsOnlyAreRead() throws DraftException {
        Draft draft = tabby(TABBY + "[WARP COLORS]\n2=2\n4=\n");
        assertThat(draft.warp()).containsExactly(Rgb.WHITE, Rgb.parse("#0000ff"), Rgb.WHITE, Rgb.WHITE);
    }

    @Test
    void aThreadsUsualColourMayBeWrittenOut() throws DraftException {
        assertThat(tabby(TABBY.replace("Color=2", "Color=2,255,0,0")).weft()).containsOnly(new Rgb(255, 0, 0));
    }

    @Test
    void treadlingCountsWhereALiftPlanIsThereToo() throws DraftException {
        tabby(TABBY.replace("[LIFTPLAN]\n1=1\n2=2\n3=1\n4=2", "[LIFTPLAN]\n1=2\n2=2\n3=2\n4=2")
                + "[TIEUP]\n1=1\n2=2\n[TREADLING]\n1=1\n2=2\n3=1\n4=2\n");
    }

    @Test
    void severalTreadlesAtOnceAreRead() throws DraftException {
        Draft draft = WifReader.read(
                (TABBY.replace("[LIFTPLAN]", "[X]") + "[TIEUP]\n1=1\n2=2\n" + "[TREADLING]\n1=1,2\n2=2\n3=1\n4=0\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(Stream.of(0, 1, 2, 3).map(draft.lifts()::ones)).containsExactly(2, 1, 1, 0);
    }

    @Test
    void contentsAreNotTrusted() throws DraftException {
        tabby(TABBY.replace("THREADING=true", "THREADING=false").replace("LIFTPLAN=true\n", ""));
    }

    @Test
    void threadsDeclaredBeyondTheThreadingAreNone() throws DraftException {
        tabby(TABBY.replace("Threads=4", "Threads=100"));
    }

    @Test
    void anyOrderOfSectionsAndRowsIsRead() throws DraftException {
        int at = TABBY.indexOf("[THREADING]");
        tabby(TABBY.substring(at).replace("1=1\n2=2\n", "2=2\n1=1\n") + TABBY.substring(0, at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void textIsReadInEitherEncoding(String charset) throws DraftException {
        byte[] file = (TABBY + "[TEXT]\nTitle=Köper\n").getBytes(Charset.forName(charset));
        assertThat(WifReader.read(file).title()).isEqualTo("Köper");
    }

    @ParameterizedTest
    @CsvSource({"decipoints, 72, 10.0", "inches, 0.1, 3.937", "Centimeters, 0.05, 20.0"})
    void spacingIsReadInEveryUnit(String unit, String spacing, double perCm) throws DraftException {
        Draft draft = tabby(TABBY.replace("centimeters", unit).replace("Spacing=0.1", "Spacing=" + spacing));
        double expected = unit.equals("decipoints") ? 720 / 2.54 / 72 : perCm;
        assertThat(draft.endsPerCm()).isCloseTo(expected, Percentage.withPercentage(0.01));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'hello' | NOT_A_DRAFT",
                "'[THREADING]\n1=1\n' | BAD_DRAFT",
                "'[THREADING]\n1=x\n[LIFTPLAN]\n1=1' | BAD_DRAFT",
                "'[THREADING]\n999999=1\n[LIFTPLAN]\n1=1' | DRAFT_TOO_LARGE",
                "'[THREADING]\n1=99999999\n[LIFTPLAN]\n1=1' | DRAFT_TOO_LARGE",
                "'[THREADING]\n90000=1\n[LIFTPLAN]\n90000=1' | DRAFT_TOO_LARGE"
            },
            delimiter = '|')
    void whatIsNoDraftIsRefused(String file, String code) {
        assertThatThrownBy(() -> WifReader.read(file.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(
                        DraftException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aDtxSaysTheSame() {
        Draft draft = drafting(satin()).draft().orElseThrow();
        List<String> lines = new String(DtxWriter.write(draft), StandardCharsets.US_ASCII)
                .lines()
                .toList();
        assertThat(lines).contains("%%shafts 16", "%%ends 16", "%%picks 16", "244,236,216", "179,36,43");
        int at = lines.indexOf("@@Liftplan") + 1;
        for (int pick = 0; pick < 16; pick++) {
            for (int shaft = 0; shaft < 16; shaft++) {
                assertThat(lines.get(at + pick).charAt(shaft) == '1')
                        .isEqualTo(draft.lifts().get(pick, shaft));
            }
        }
        assertThat(lines.get(lines.indexOf("@@Threading") + 1)).startsWith("1 2 3 4 5 6 7 8 9");
    }

    @Test
    void aDtxIsReadBackAsItWasWritten() throws DraftException {
        Draft draft = drafting(satin()).draft().orElseThrow();
        Draft found = DtxReader.read(DtxWriter.write(draft));
        assertThat(found.drawdown()).isEqualTo(draft.drawdown());
        assertThat(found.warp()).isEqualTo(draft.warp());
        assertThat(found.weft()).isEqualTo(draft.weft());
    }

    @ParameterizedTest
    @CsvSource({
        "%%shafts 16, %%shafts 8, BAD_DRAFT",
        "%%picks 16, %%picks 17, BAD_DRAFT",
        "%%ends 16, %%ends many, BAD_DRAFT",
        "@@Liftplan, @@Lifts, NOT_A_DRAFT"
    })
    void aDtxWhosePartsDoNotGoTogetherIsRefused(String written, String damaged, String code) {
        String file = new String(DtxWriter.write(drafting(satin()).draft().orElseThrow()), StandardCharsets.US_ASCII);
        byte[] bytes = file.replace(written, damaged).getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> DtxReader.read(bytes))
                .isInstanceOfSatisfying(
                        DraftException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void oneLiftThatDiffersInADtxIsFound() throws DraftException {
        Draft draft = drafting(satin()).draft().orElseThrow();
        byte[] file = DtxWriter.write(draft);
        int at = new String(file, StandardCharsets.US_ASCII).indexOf("@@Liftplan") + 12;
        file[at] = (byte) (file[at] == '1' ? '0' : '1');
        assertThat(DtxReader.read(file).drawdown()).isNotEqualTo(draft.drawdown());
    }
}
