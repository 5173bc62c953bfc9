package dev.shuttle.loom.image;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Changes a file somewhere, as a bad disk, a cut copy or ill will does. */
public final class Mutation {
    private static final int[] LENGTHS = {0, 1, 0xffff, 0x10000, 0xffffff, Integer.MAX_VALUE, Integer.MIN_VALUE, -1};

    private final RandomGenerator random;

    public Mutation(RandomGenerator random) {
        this.random = random;
    }

    /** A changed copy. */
    public byte[] of(byte[] file) {
        byte[] copy = file.clone();
        int reach = Math.min(copy.length, random.nextBoolean() ? 128 : copy.length);
        int at = random.nextInt(reach);
        switch (random.nextInt(7)) {
            case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> {
                for (int i = 0; i < 16; i++) {
                    copy[random.nextInt(reach)] = (byte) random.nextInt();
                }
            }
            case 2 -> copy = Arrays.copyOf(copy, random.nextInt(copy.length));
            case 3 -> {
                int value = LENGTHS[random.nextInt(LENGTHS.length)];
                for (int i = 0; i < 4 && at + i < copy.length; i++) {
                    copy[at + i] = (byte) (value >> (24 - 8 * i));
                }
            }
            case 4 -> Arrays.fill(copy, at, Math.min(copy.length, at + 1 + random.nextInt(32)), (byte) 0);
            case 5 -> Arrays.fill(copy, at, Math.min(copy.length, at + 1 + random.nextInt(16)), (byte) 0xff);
            default -> {
                int length = Math.min(copy.length - at, 1 + random.nextInt(200));
                byte[] longer = Arrays.copyOf(copy, copy.length + length);
                System.arraycopy(copy, at, longer, at + length, copy.length - at);
                copy = longer;
            }
        }
        return copy;
    }
}
