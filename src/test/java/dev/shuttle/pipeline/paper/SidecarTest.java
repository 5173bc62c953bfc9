package dev.shuttle.pipeline.paper;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shuttle.loom.cloth.WovenDesign;
import dev.shuttle.loom.design.Changing;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.StructureKind;
import dev.shuttle.loom.design.WeaveOrder;
import dev.shuttle.loom.format.IndexedPng;
import dev.shuttle.loom.format.IndexedTiff;
import dev.shuttle.loom.format.PaletteCsv;
import dev.shuttle.loom.paper.FalseColours;
import dev.shuttle.loom.paper.Papers;
import dev.shuttle.loom.work.RowBands;
import dev.shuttle.recipe.Ticket;
import dev.shuttle.recipe.TicketFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a point paper is read as it was written, and nothing else is. */
class SidecarTest {
    private static final Ticket TICKET = ticket("""
            preset: shu_brocade
            prompt: 牡丹
            colours: 6
            fabric: {width_cm: 20, ends_per_cm: 58.4}
            outputs: [tif]
            """);

    private static Ticket ticket(String yaml) {
        try {
            return TicketFile.read(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (dev.shuttle.recipe.RecipeException e) {
            throw new AssertionError(e);
        }
    }

    private static Sidecar sidecar(StructureKind kind) {
        boolean changes = kind == StructureKind.LAMPAS || kind == StructureKind.BROCADE;
        WeaveOrder order =
                new WeaveOrder(kind, null, null, null, changes ? new Changing(1, 20) : null).settled(6, false);
        Random random = new Random(3);
        int lines = 8 * order.structure(6).linesRepeat();
        PointPaper paper = Papers.of(2 * order.structure(6).endsRepeat(), lines, Papers.colours(6, random), random);
        WovenDesign woven = WovenDesign.of(paper, Repeat.NONE, order, true);
        return Sidecar.of(
                "牡丹 \"1\"",
                "shu_brocade",
                TICKET,
                woven.paper(),
                woven.cloth(),
                true,
                List.of(new PaletteCsv.Woven("绛红", "weft 1", "26.6")),
                FalseColours.of(woven.paper().palette().colours().stream()
                        .map(colour -> colour.rgb())
                        .toList()));
    }

    @ParameterizedTest
    @EnumSource(
            value = StructureKind.class,
            names = {"NONE", "AUTO"},
            mode = EnumSource.Mode.EXCLUDE)
    void itIsReadAsItWasWritten(StructureKind kind) throws Exception {
        Sidecar written = sidecar(kind);

        Sidecar read = SidecarReader.read(written.file());

        assertThat(read.file()).isEqualTo(written.file());
        assertThat(read.known().colours()).isEqualTo(written.known().colours());
        assertThat(Objects.requireNonNull(read.cells()).labels())
                .isEqualTo(Objects.requireNonNull(written.cells()).labels());
        assertThat(read.name()).isEqualTo("牡丹 \"1\"");
        assertThat(read.ticket().keySet()).containsExactlyInAnyOrder("colours", "fabric");
    }

    @Test
    void theCommentInAFileIsTheSameWithoutTheCells() throws Exception {
        Sidecar written = sidecar(StructureKind.LAMPAS);
        Random random = new Random(1);
        PointPaper paper = Papers.of(40, 30, Papers.colours(5, random), random);

        Sidecar ofPng = IssuedPapers.in(IndexedPng.write(paper, written.comment(), new RowBands(1)))
                .orElseThrow();
        Sidecar ofTiff =
                IssuedPapers.in(IndexedTiff.write(paper, written.comment())).orElseThrow();

        assertThat(ofPng.comment()).isEqualTo(written.comment());
        assertThat(ofTiff.comment()).isEqualTo(written.comment());
        assertThat(ofPng.cells()).isNull();
        assertThat(written.comment().chars()).allMatch(c -> c >= ' ' && c <= '~');
        assertThat(IssuedPapers.in(IndexedPng.write(paper))).isEmpty();
    }

    @Test
    void whatIsDamagedIsRefusedInWords() {
        byte[] whole = sidecar(StructureKind.LAMPAS).file();
        Random random = new Random(9);
        for (int round = 0; round < 3000; round++) {
            byte[] damaged = whole.clone();
            for (int hit = 0; hit <= random.nextInt(4); hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) (' ' + random.nextInt(95));
            }
            try {
                Sidecar read = SidecarReader.read(damaged);
                assertThat(read.known().colours()).isNotEmpty();
            } catch (SidecarException refused) {
                assertThat(refused.getMessage())
                        .as(new String(damaged, US_ASCII))
                        .isNotBlank();
                assertThat(refused.code()).isEqualTo("BAD_SIDECAR");
            }
        }
    }

    @Test
    void aKeyOfTheTicketWithoutAValueIsLeftOut() throws Exception {
        String text = "{\"shuttle\":\"point paper\",\"version\":1,\"ends\":1,\"lines\":1,"
                + "\"palette\":[{\"rgb\":\"#000000\"}],\"ticket\":{\"calibration\":null,\"preset\":\"damask\"}}";

        assertThat(SidecarReader.read(text.getBytes(US_ASCII)).ticket()).isEqualTo(Map.of("preset", "damask"));
        assertThat(SidecarReader.ofComment(text)).isPresent();
    }

    @Test
    void fewBytesAreNotTakenForManyCells() {
        String text = "{\"shuttle\":\"point paper\",\"version\":1,\"ends\":20000,\"lines\":20000,"
                + "\"palette\":[{\"rgb\":\"#000000\"}],\"cells\":\"AAAA\"}";

        assertThatThrownBy(() -> SidecarReader.read(text.getBytes(US_ASCII)))
                .isInstanceOf(SidecarException.class)
                .hasMessageContaining("fewer cells");
        assertThat(SidecarReader.ofComment(text).orElseThrow().cells())
                .as("a comment has none")
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "lampas"})
    void aClothWithoutAStructureIsRefused(String structure) {
        String text = "{\"shuttle\":\"point paper\",\"version\":1,\"ends\":1,\"lines\":1,"
                + "\"palette\":[{\"rgb\":\"#000000\"}],\"cloth\":{\"structure\":\"" + structure
                + "\",\"threads\":4,\"warp\":[\"#000000\"],\"binder\":\"#000000\",\"bands\":[{\"from\":0,\"to\":1,"
                + "\"wefts\":[\"#000000\"],\"colours\":[\"0 #000000 0 0\"]}]}}";

        assertThatThrownBy(() -> SidecarReader.read(text.getBytes(US_ASCII))).isInstanceOf(SidecarException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"shuttle\":\"point paper\"}",
                "{\"shuttle\":\"point paper\",\"version\":1,\"ends\":2000000000,\"lines\":2000000000}",
                "{\"shuttle\":\"point paper\",\"version\":1,\"ends\":2,\"lines\":2,\"palette\":[]}",
                "{\"shuttle\":\"point paper\",\"version\":2,\"ends\":2,\"lines\":2,\"palette\":[{\"rgb\":\"#000000\"}]}"
            })
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> SidecarReader.read(text.getBytes(US_ASCII)))
                .isInstanceOf(SidecarException.class)
                .hasMessageContaining("no description of a point paper");
    }

    @Test
    void oneSidecarBelongsToEveryFormatOfItsPaper() {
        Path sidecar = Path.of("in/peony.pointpaper.json");

        for (String name :
                List.of("peony.pointpaper.png", "peony.pointpaper.BMP", "peony.tif", "peony.falsecolours.png")) {
            Path paper = Path.of("in", name);
            assertThat(SidecarName.of(paper)).contains(sidecar);
            assertThat(SidecarName.pictures(sidecar)).contains(paper);
        }
        assertThat(SidecarName.isOne("peony.pointpaper.json")).isTrue();
        assertThat(SidecarName.isOne("peony.json")).isFalse();
    }
}
