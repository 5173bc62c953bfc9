package dev.shuttle.loom.convert.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.convert.Pictures;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.work.RowBands;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissedColoursTest {
    private static final int WHITE = 0xffffff;
    private static final int BLUE = 0x2030a0;
    private static final int GREEN = 0x107838;
    private static final ColourCosts WHITE_ALONE = new ColourCosts(Sketch.colours(WHITE));

    /** A blue square, fewer pixels of green, and yellow dots that lie alone. */
    private static Picture picture() {
        Picture picture = Picture.blank(40, 40);
        for (int i = 0; i < 1600; i++) {
            int x = i % 40;
            int y = i / 40;
            boolean dot = x % 3 == 1 && y % 3 == 1;
            picture.set(x, y, y < 10 && x < 10 ? BLUE : y < 8 && x > 34 ? GREEN : dot ? 0xf0d020 : WHITE);
        }
        return picture;
    }

    private static List<Rgb> best(int count, List<Rgb> offers, List<Rgb> taken, double apart, int workers) {
        return MissedColours.of(picture(), WHITE_ALONE, new byte[1600], new RowBands(workers))
                .best(count, offers, taken, apart);
    }

    @Test
    void theLargestAreaComesFirstAndDotsNotAtAll() {
        assertThat(best(5, List.of(), Sketch.colours(WHITE), 2, 1))
                .containsExactlyElementsOf(Sketch.colours(BLUE, GREEN));
    }

    @Test
    void whatIsTakenIsNotChosenAgain() {
        assertThat(best(5, List.of(), Sketch.colours(WHITE, 0x2131a1), 2, 1))
                .containsExactlyElementsOf(Sketch.colours(GREEN));
    }

    @Test
    void ofAnOfferTheNearestThatHelps() {
        assertThat(best(1, Sketch.colours(0xfffffe, 0x303f90, 0xc02020), Sketch.colours(WHITE), 0, 1))
                .containsExactlyElementsOf(Sketch.colours(0x303f90));
    }

    @Test
    void theOutcomeDoesNotDependOnTheNumberOfWorkers() {
        Picture photo = Pictures.photo(90, 120);
        List<Rgb> one = MissedColours.of(photo, WHITE_ALONE, new byte[10_800], new RowBands(1))
                .best(6, List.of(), List.of(), 2);
        List<Rgb> several = MissedColours.of(photo, WHITE_ALONE, new byte[10_800], new RowBands(3))
                .best(6, List.of(), List.of(), 2);
        assertThat(several).isEqualTo(one).hasSize(6);
    }
}
