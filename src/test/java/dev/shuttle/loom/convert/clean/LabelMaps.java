package dev.shuttle.loom.convert.clean;

import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** Label maps of several kinds for properties that must hold for every one. */
public enum LabelMaps {
    RANDOM {
        @Override
        int label(int x, int y, int k, RandomGenerator random) {
            return random.nextInt(k);
        }
    },
    STRIPES {
        @Override
        int label(int x, int y, int k, RandomGenerator random) {
            return random.nextInt(40) == 0 ? random.nextInt(k) : (x + 2 * y) / 3 % k;
        }
    },
    BLOBS {
        @Override
        int label(int x, int y, int k, RandomGenerator random) {
            double wave = Math.sin(x * 0.21) + Math.cos(y * 0.17) + Math.sin((x + y) * 0.05);
            return Math.floorMod((int) Math.floor(wave * k / 3), k);
        }
    },
    PHOTO {
        @Override
        int label(int x, int y, int k, RandomGenerator random) {
            double tone = (x + y) / 220.0 * k + random.nextGaussian() * 0.4;
            return Math.floorMod((int) Math.floor(tone), k);
        }
    },
    DIAGONAL_LINES {
        @Override
        int label(int x, int y, int k, RandomGenerator random) {
            return Math.floorMod(x - y, 13) == 0 ? 1 : 0;
        }
    };

    /** Costs that prefer no label to another. */
    static final CellCosts NO_COLOUR = costs((cell, label) -> 0f);

    /** Costs by cell and label. */
    static CellCosts costs(BiFunction<Integer, Integer, Float> costs) {
        return new CellCosts() {
            @Override
            public int place(int cell) {
                return cell;
            }

            @Override
            public float cost(int place, int label) {
                return costs.apply(place, label);
            }
        };
    }

    abstract int label(int x, int y, int k, RandomGenerator random);

    /** A map of {@code width} by {@code height} labels below {@code k}. */
    public byte[] map(int width, int height, int k, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        byte[] labels = new byte[width * height];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) label(i % width, i / width, k, random);
        }
        return labels;
    }

    /** The smallest 4-connected region's size, found by a plain flood: independent of the code under test. */
    public static int smallestRegion(byte[] labels, int width) {
        return smallestRegion(labels, width, true, -1);
    }

    /** The same of all labels but one. */
    public static int smallestRegionBut(int label, byte[] labels, int width) {
        return smallestRegion(labels, width, true, label);
    }

    /** The same of those regions alone that do not touch the border. */
    public static int smallestRegionInside(byte[] labels, int width) {
        return smallestRegion(labels, width, false, -1);
    }

    private static int smallestRegion(byte[] labels, int width, boolean border, int but) {
        boolean[] seen = new boolean[labels.length];
        int[] queue = new int[labels.length];
        int smallest = Integer.MAX_VALUE;
        for (int start = 0; start < labels.length; start++) {
            if (!seen[start]) {
                int size = 0;
                int next = 0;
                boolean touches = false;
                queue[size++] = start;
                seen[start] = true;
                while (next < size) {
                    int i = queue[next++];
                    int x = i % width;
                    touches |= x == 0 || x == width - 1 || i < width || i >= labels.length - width;
                    int[] around = {x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width};
                    for (int j : around) {
                        if (j >= 0 && j < labels.length && !seen[j] && labels[j] == labels[i]) {
                            seen[j] = true;
                            queue[size++] = j;
                        }
                    }
                }
                smallest = labels[start] != but && (border || !touches) ? Math.min(smallest, size) : smallest;
            }
        }
        return smallest;
    }
}
