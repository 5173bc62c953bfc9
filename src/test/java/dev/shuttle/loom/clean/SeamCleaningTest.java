package dev.shuttle.loom.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.work.RowBands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeamCleaningTest {
    private static final int W = 60;
    private static final int H = 48;

    @ParameterizedTest
    @EnumSource(LabelMaps.class)
    void acrossTheSeamsNoRegionBelowTheMinimumIsLeft(LabelMaps kind) {
        for (int drop : new int[] {0, H / 2}) {
            byte[] labels = kind.map(W, H, 5, 11);
            new RegionCleaning(W, H, labels, LabelMaps.NO_COLOUR, 1, true).run(9, new RowBands(1));
            new SeamCleaning(W, H, drop, labels, LabelMaps.NO_COLOUR, 9).run();
            assertThat(smallestInside(labels, drop))
                    .as("%s, drop %d", kind, drop)
                    .isGreaterThanOrEqualTo(9);
        }
    }

    @Test
    void aRegionThatGoesOnAcrossTheSeamIsKept() {
        byte[] labels = new byte[W * H];
        for (int y = 10; y < 15; y++) {
            labels[y * W] = 1; // five cells at the left, five at the right: ten on the cloth
            labels[y * W + W - 1] = 1;
        }
        byte[] before = labels.clone();
        new RegionCleaning(W, H, labels, LabelMaps.NO_COLOUR, 1, true).run(9, new RowBands(1));
        new SeamCleaning(W, H, 0, labels, LabelMaps.NO_COLOUR, 9).run();
        assertThat(labels).isEqualTo(before);
        new SeamCleaning(W, H, H / 2, labels, LabelMaps.NO_COLOUR, 9).run();
        assertThat(labels).containsOnly(0);
    }

    /** Of a cloth of four by three repeats, the smallest region with a cell in the middle. */
    private static int smallestInside(byte[] tile, int drop) {
        int w = 5 * W;
        int h = 5 * H;
        byte[] cloth = new byte[w * h];
        for (int i = 0; i < cloth.length; i++) {
            int x = i % w;
            int y = Math.floorMod(i / w - x / W * drop, H);
            cloth[i] = tile[y * W + x % W];
        }
        int smallest = Integer.MAX_VALUE;
        boolean[] seen = new boolean[cloth.length];
        int[] queue = new int[cloth.length];
        for (int start = 0; start < cloth.length; start++) {
            boolean middle = start % w / W == 2 && start / w / H == 2;
            if (middle && !seen[start]) {
                int size = 0;
                int next = 0;
                queue[size++] = start;
                seen[start] = true;
                while (next < size) {
                    int i = queue[next++];
                    for (int j : new int[] {i % w > 0 ? i - 1 : -1, i % w < w - 1 ? i + 1 : -1, i - w, i + w}) {
                        if (j >= 0 && j < cloth.length && !seen[j] && cloth[j] == cloth[i]) {
                            seen[j] = true;
                            queue[size++] = j;
                        }
                    }
                }
                smallest = Math.min(smallest, size);
            }
        }
        return smallest;
    }
}
