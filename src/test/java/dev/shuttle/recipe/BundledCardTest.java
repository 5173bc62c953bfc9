package dev.shuttle.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.colour.Lab;
import dev.shuttle.loom.yarn.Yarn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The silk card that comes with the program. */
class BundledCardTest {
    @Test
    void everyYarnHasANameInBothLanguagesACountAndAMaterial() {
        assertThat(BundledCard.card().yarns()).hasSizeGreaterThan(20).allSatisfy(yarn -> {
            assertThat(yarn.name()).matches("\\p{IsHan}+ [a-z ]+");
            assertThat(yarn.tex()).isNotNull();
            assertThat(yarn.material()).isEqualTo("silk");
        });
        assertThat(BundledCard.card().yarns()).extracting(Yarn::name).doesNotHaveDuplicates();
    }

    @Test
    void noTwoYarnsCanBeTakenForEachOther() {
        List<Yarn> yarns = BundledCard.card().yarns();
        for (int i = 0; i < yarns.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(Lab.of(yarns.get(i).colour())
                                .difference(Lab.of(yarns.get(j).colour())))
                        .as("%s, %s", yarns.get(i), yarns.get(j))
                        .isGreaterThan(5);
            }
        }
    }
}
