package dev.shuttle.loom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.work.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Whatever happens to a file, it is decoded or refused in words for people. */
final class MutationTest {
    private static final long SEED = 20261130;
    private static final int MUTANTS = 3000;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @Test
    void everyMutantIsDecodedOrRefused() throws Exception {
        List<Specimens.Specimen> specimens = Specimens.all();
        for (int i = 0; i < MUTANTS; i++) {
            Specimens.Specimen specimen = specimens.get(i % specimens.size());
            byte[] mutant = new Mutation(random).of(specimen.file());
            String name = "mutant " + i + " of " + specimen.name() + ", seed " + SEED;
            try {
                PictureHeader header = PictureHeader.read(mutant);
                if (header.pixels() > 4_000_000) {
                    continue; // limits are another test's; memory is to be left for the others
                }
                Deadline deadline = Deadline.after(Duration.ofMinutes(1), InstantSource.system(), () -> false);
                Picture picture = Picture.decode(mutant, Rgb.WHITE, 1, 1, deadline);
                assertThat(picture.width()).as(name).isEqualTo(header.width());
            } catch (PictureException refused) {
                assertThat(refused.code()).as(name).isNotEqualTo("TOOK_TOO_LONG");
                assertThat(refused.message()).as(name).doesNotContain("Exception", "java", "twelvemonkeys", "null");
            } catch (RuntimeException | Error wrong) {
                fail(name, wrong);
            }
        }
    }
}
