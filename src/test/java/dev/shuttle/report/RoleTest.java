package dev.shuttle.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoleTest {
    @ParameterizedTest
    @CsvSource({
        "peony.pointpaper.png,POINTPAPER",
        "peony.pointpaper.bmp,POINTPAPER",
        "peony.pointpaper.pdf,PRINT",
        "peony.worksheet.pdf,WORKSHEET",
        "peony.liftplan.tif,LIFTPLAN",
        "peony.hooks.csv,HOOKS",
        "peony.liftplan-hooks.bmp,HOOKS",
        "peony.picks.csv,PICKS",
        "peony.wif,WIF",
        "peony.palette.gpl,PALETTE",
        "peony.preview.png,PREVIEW",
        "peony.repeat.png,REPEAT",
        "peony.compare.png,COMPARE",
        "peony.floats.png,FLOATS",
        "peony.lost.png,LOST",
        "peony.weft3.bmp,LIFTPLAN",
        "peony.pointpaper.json,EDITING",
        "peony.marked.png,MARKED",
        "arrived-pointpaper.json,EDITING",
        "source.jpg,SOURCE",
        "ticket.yaml,TICKET",
        "weave.rose.wif,WEAVE",
        "cloud-unsure.png,UNSURE",
        "cloud.png,CLOUD",
        "report.html,REPORT",
    })
    void aFilesNameSaysWhatItIsFor(String name, Role role) {
        assertThat(Role.of(name, "peony")).isEqualTo(role);
    }

    @Test
    void aPictureThatIsCalledSourceIsNotTakenForItsLoomImage() {
        assertThat(Role.of("source.pointpaper.png", "source")).isEqualTo(Role.POINTPAPER);
        assertThat(Role.of("source.png", "source")).isEqualTo(Role.SOURCE);
    }
}
