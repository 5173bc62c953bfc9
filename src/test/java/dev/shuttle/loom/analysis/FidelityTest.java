package dev.shuttle.loom.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shuttle.loom.convert.LoomEngine;
import dev.shuttle.loom.convert.Pictures;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.design.Recipe;
import dev.shuttle.loom.image.Picture;
import org.junit.jupiter.api.Test;

class FidelityTest {
    private static PointPaper paper(Picture picture, int colours) {
        return new LoomEngine(1).design(picture, Recipe.faithful(colours)).pointPaper();
    }

    @Test
    void flatArtworkIsKeptPerfectly() {
        Picture stripes = Picture.blank(120, 90);
        for (int i = 0; i < 120 * 90; i++) {
            stripes.set(i % 120, i / 120, i % 120 / 30 % 2 == 0 ? 0xf0f0f0 : 0x203060);
        }
        Fidelity fidelity = Fidelity.of(stripes, paper(stripes, 2), 1);
        assertThat(fidelity.de2000Mean()).isLessThan(0.01);
        assertThat(fidelity.ssim()).isCloseTo(1, within(1e-4));
        assertThat(fidelity.edgeF1()).isEqualTo(1);
    }

    @Test
    void moreColoursAreNearerToAPhotograph() {
        Picture photo = Pictures.photo(320, 240);
        Fidelity four = Fidelity.of(photo, paper(photo, 4), 1);
        Fidelity thirty = Fidelity.of(photo, paper(photo, 30), 1);
        assertThat(thirty.de2000Mean()).isLessThan(four.de2000Mean() / 1.5);
        assertThat(thirty.de2000P95()).isLessThan(four.de2000P95());
        assertThat(thirty.ssim()).isGreaterThan(four.ssim());
    }

    @Test
    void aLargePaperIsMeasuredInBands() {
        Picture photo = Pictures.photo(1600, 1200);
        assertThat(Fidelity.of(photo, paper(photo, 8), 2).de2000Mean()).isBetween(1.0, 15.0);
    }
}
