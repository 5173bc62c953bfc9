package dev.shuttle.loom.convert.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.loom.design.Repeat;
import dev.shuttle.loom.design.Tiling;
import dev.shuttle.loom.work.RowBands;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeamCleaningTest {
    private static final int W = 60;
    private static final int H = 48;

    private static final List<Tiling> TILINGS =
            Stream.of(Repeat.values()).map(repeat -> repeat.tiling(W, H)).toList();

    @ParameterizedTest
    @EnumSource(LabelMaps.class)
    void onTheClothNoRegionBelowTheMinimumIsLeft(LabelMaps kind) {
        for (Tiling tiling : TILINGS) {
            for (int minimum : new int[] {4, 9, 25}) {
                byte[] labels = kind.map(W, H, 5, 11);
                clean(tiling, labels, minimum);
                assertThat(smallestInside(labels, tiling))
                        .as("%s, %s, minimum %d", kind, tiling, minimum)
                        .isGreaterThanOrEqualTo(minimum);
            }
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
        clean(Repeat.STRAIGHT.tiling(W, H), labels, 9);
        assertThat(labels).isEqualTo(before);
        clean(Repeat.HALF_DROP.tiling(W, H), labels, 9);
        assertThat(labels).containsOnly(0);
    }

    @Test
    void inAMirroredRepeatHalfAMotifAtTheSeamCountsAsTheWhole() {
        byte[] labels = new byte[W * H];
        for (int y = 10; y < 15; y++) {
            labels[y * W] = 1; // five cells, and their image beyond the seam
        }
        for (int x = 0; x < 3; x++) {
            labels[x] = 2; // three cells in the corner are twelve on the cloth
        }
        byte[] before = labels.clone();
        clean(Repeat.MIRROR.tiling(W, H), labels, 9);
        assertThat(labels).isEqualTo(before);
        clean(Repeat.STRAIGHT.tiling(W, H), labels, 9);
        assertThat(labels).containsOnly(0);
    }

    private static void clean(Tiling tiling, byte[] labels, int minimum) {
        new RegionCleaning(W, H, labels, LabelMaps.NO_COLOUR, 1, true).run(minimum, new RowBands(1));
        new SeamCleaning(tiling, labels, LabelMaps.NO_COLOUR, minimum).run();
    }

    /** Of a cloth of five by five repeats, the smallest region with a cell in the middle one. */
    private static int smallestInside(byte[] tile, Tiling tiling) {
        int w = 5 * W;
        int h = 5 * H;
        byte[] cloth = new byte[w * h];
        for (int i = 0; i < cloth.length; i++) {
            cloth[i] = tile[tiling.cell(i % w, i / w)];
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
