package dev.shuttle.campaign;

import dev.shuttle.pipeline.disk.Disk;
import java.util.Map;
import java.util.Random;

/**
 * A picture given to the program.
 *
 * @param number what the picture shows
 * @param colours asked for by a ticket; 0: no ticket
 */
record KillDrop(int number, int colours, int side) {
    private static final int SMALL = 512;
    private static final int BIG = 1500;

    /** Small ones mostly, one in fifteen large and slow to encode, one in three with a ticket. */
    static KillDrop of(int number, Random random) {
        int colours = random.nextInt(3) == 0 ? 2 + random.nextInt(20) : 0;
        return new KillDrop(number, colours, random.nextInt(15) == 0 ? BIG : SMALL);
    }

    String name() {
        return "picture-" + number + ".png";
    }

    byte[] bytes() {
        return NumberedPicture.png(number, side, side == BIG);
    }

    String sha256() {
        return Disk.sha256(bytes());
    }

    Map<String, Object> ticket() {
        return colours == 0 ? Map.of() : Map.of("colours", colours);
    }
}
