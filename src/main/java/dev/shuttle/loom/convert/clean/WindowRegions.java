package dev.shuttle.loom.convert.clean;

import java.util.Arrays;

/** Finds the small regions of a window: its runs are joined by union-find, which costs far less than joining cells. */
final class WindowRegions {
    private final CleaningWindow window;
    private final int minimum;
    private int[] starts = new int[1024];
    private int[] parents = new int[1024];
    private int[] sizes = new int[1024];
    private int count;

    WindowRegions(CleaningWindow window, int minimum) {
        this.window = window;
        this.minimum = minimum;
    }

    /** Calls {@code found} with a cell and the size of every region below the minimum that has a cell in those rows. */
    void find(int from, int to, SmallRegions found) {
        join();
        int first = window.start(from) - 1;
        int end = window.start(to) - 1;
        for (int run = 0; run < count; run++) {
            int root = root(run);
            if (sizes[root] > 0
                    && sizes[root] < minimum
                    && !window.isKept(starts[run])
                    && starts[run] >= first
                    && starts[run] < end) {
                found.add(starts[run], sizes[root]);
                sizes[root] = -sizes[root];
            }
        }
    }

    private void join() {
        count = 0;
        int above = 0;
        for (int row = 1; row <= window.rows(); row++) {
            int first = count;
            runs(row);
            joinRows(above, first, count);
            above = first;
        }
    }

    private void runs(int row) {
        byte[] cells = window.cells;
        int at = row * window.stride + 1;
        int end = at + window.stride - 2;
        while (at < end) {
            int start = at;
            byte label = cells[at];
            do {
                at++;
            } while (cells[at] == label);
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                parents = Arrays.copyOf(parents, 2 * count);
                sizes = Arrays.copyOf(sizes, 2 * count);
            }
            starts[count] = start;
            parents[count] = count;
            sizes[count] = at - start;
            count++;
        }
    }

    /** Joins the runs of a row ({@code first} to {@code end}) with those of the row above it. */
    private void joinRows(int above, int first, int end) {
        byte[] cells = window.cells;
        int stride = window.stride;
        int i = above;
        int j = first;
        while (i < first && j < end) {
            int upperEnd = i + 1 < first ? starts[i + 1] + stride : Integer.MAX_VALUE;
            int lowerEnd = j + 1 < end ? starts[j + 1] : Integer.MAX_VALUE;
            if (cells[starts[i]] == cells[starts[j]]) {
                union(i, j);
            }
            if (upperEnd <= lowerEnd) {
                i++;
            }
            if (lowerEnd <= upperEnd) {
                j++;
            }
        }
    }

    private void union(int one, int other) {
        int a = root(one);
        int b = root(other);
        if (a != b) {
            parents[b] = a;
            sizes[a] += sizes[b];
        }
    }

    private int root(int run) {
        int at = run;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}
