package dev.shuttle.loom.weave;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Rows of bits, packed; the bits beyond the last column are always 0. */
public final class BitGrid {
    private static final int WORD = 64;

    private final int rows;
    private final int columns;
    private final int stride;
    private final long[] words;

    /** All bits 0. {@code columns} may be 0. */
    public BitGrid(int rows, int columns) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException(rows + " rows of " + columns + " bits");
        }
        this.rows = rows;
        this.columns = columns;
        this.stride = (columns + WORD - 1) / WORD;
        this.words = new long[Math.multiplyExact(rows, stride)];
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public boolean get(int row, int column) {
        return (words[row * stride + (column >> 6)] >>> column & 1) != 0;
    }

    public void set(int row, int column) {
        words[row * stride + (column >> 6)] |= 1L << column;
    }

    /** Some bits of a row, 1 to 63, the first in the lowest bit. */
    long bits(int row, int from, int count) {
        int index = row * stride + (from >> 6);
        int shift = from & 63;
        long bits = words[index] >>> shift;
        if (shift + count > WORD) {
            bits |= words[index + 1] << (WORD - shift);
        }
        return bits & (1L << count) - 1;
    }

    /** Sets those bits of a row that are 1 in {@code bits}, of which there are 1 to 63, the first at {@code from}. */
    void setBits(int row, int from, int count, long bits) {
        int index = row * stride + (from >> 6);
        int shift = from & 63;
        words[index] |= bits << shift;
        if (shift + count > WORD) {
            words[index + 1] |= bits >>> (WORD - shift);
        }
    }

    /** Replaces 64 columns of a row, the first of them, 64 times {@code index}, in the lowest bit; what is beyond the last is left out. */
    public void setWord(int row, int index, long bits) {
        int count = columns - index * WORD;
        words[row * stride + index] = count < WORD ? bits & (1L << count) - 1 : bits;
    }

    /** Turns one bit over. */
    public void flip(int row, int column) {
        words[row * stride + (column >> 6)] ^= 1L << column;
    }

    /** How many bits of a row are 1. */
    public int ones(int row) {
        int count = 0;
        for (int i = 0; i < stride; i++) {
            count += Long.bitCount(words[row * stride + i]);
        }
        return count;
    }

    /** How many words a row has: 64 columns each, the first column in the lowest bit. */
    int stride() {
        return stride;
    }

    long word(int row, int index) {
        return words[row * stride + index];
    }

    /** The first column from {@code from} on whose bit is not {@code bit}; {@link #columns} where all are. */
    public int end(int row, int from, boolean bit) {
        int base = row * stride;
        long flipped = bit ? -1L : 0L;
        int index = from >> 6;
        if (index >= stride) {
            return columns;
        }
        long other = (words[base + index] ^ flipped) & -1L << from;
        while (other == 0) {
            if (++index == stride) {
                return columns;
            }
            other = words[base + index] ^ flipped;
        }
        return Math.min(columns, index * WORD + Long.numberOfTrailingZeros(other));
    }

    /** Replaces a row by one of a grid as wide. */
    void setRow(int row, BitGrid from, int other) {
        System.arraycopy(from.words, other * stride, words, row * stride, stride);
    }

    /** Whether two rows have the same bits. */
    boolean areAlike(int row, int other) {
        return Arrays.equals(words, row * stride, (row + 1) * stride, words, other * stride, (other + 1) * stride);
    }

    /** A grid of its own with the same bits. */
    public BitGrid copy() {
        BitGrid same = new BitGrid(rows, columns);
        System.arraycopy(words, 0, same.words, 0, words.length);
        return same;
    }

    /** 1 where the bits of two grids of one size differ. */
    BitGrid unlike(BitGrid other) {
        BitGrid unlike = copy();
        for (int i = 0; i < words.length; i++) {
            unlike.words[i] ^= other.words[i];
        }
        return unlike;
    }

    /** Rows become columns. */
    public BitGrid transposed() {
        BitGrid turned = new BitGrid(columns, rows);
        long[] block = new long[WORD];
        for (int top = 0; top < rows; top += WORD) {
            for (int index = 0; index < stride; index++) {
                for (int i = 0; i < WORD; i++) {
                    block[i] = top + i < rows ? words[(top + i) * stride + index] : 0;
                }
                turn(block);
                int count = Math.min(WORD, columns - index * WORD);
                for (int i = 0; i < count; i++) {
                    turned.words[(index * WORD + i) * turned.stride + top / WORD] = block[i];
                }
            }
        }
        return turned;
    }

    /**
     * Transposes 64 words of 64 bits: exchanges the two other quarters of each square, of 64 bits a side, then of 32 and so
     * on (H. S. Warren, "Hacker's Delight", 7-3).
     */
    private static void turn(long[] block) {
        long low = 0x00000000ffffffffL;
        for (int half = WORD / 2; half > 0; half >>= 1, low ^= low << half) {
            for (int i = 0; i < WORD; i = (i + half + 1) & ~half) {
                long others = (block[i] >>> half ^ block[i + half]) & low;
                block[i] ^= others << half;
                block[i + half] ^= others;
            }
        }
    }

    /** The last row first. */
    public BitGrid upsideDown() {
        BitGrid turned = new BitGrid(rows, columns);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(words, row * stride, turned.words, (rows - 1 - row) * stride, stride);
        }
        return turned;
    }

    /** These rows alone, in this order. */
    public BitGrid rows(int... chosen) {
        BitGrid some = new BitGrid(chosen.length, columns);
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(words, chosen[i] * stride, some.words, i * stride, stride);
        }
        return some;
    }

    /** Whether a row has a 1 where a row of another grid has one. */
    public boolean meets(int row, BitGrid other, int otherRow) {
        for (int i = 0; i < stride; i++) {
            if ((words[row * stride + i] & other.words[otherRow * other.stride + i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** For each row which kind it is; equal rows are of one kind, numbered from 0 as they are first met. */
    public int[] kinds() {
        Map<LongBuffer, Integer> known = new HashMap<>();
        int[] kinds = new int[rows];
        for (int row = 0; row < rows; row++) {
            LongBuffer bits = LongBuffer.wrap(words, row * stride, stride);
            Integer kind = known.putIfAbsent(bits, known.size());
            kinds[row] = kind == null ? known.size() - 1 : kind;
        }
        return kinds;
    }

    /** Writes a row to bytes, eight bits each, the first column in the lowest bit; the last is filled with zeros. */
    public void copyRow(int row, byte[] out, int at) {
        for (int i = 0; i < (columns + 7) / 8; i++) {
            out[at + i] = (byte) (words[row * stride + i / 8] >>> (8 * (i % 8)));
        }
    }

    /** Every bit turned over. */
    public BitGrid complemented() {
        BitGrid other = new BitGrid(rows, columns);
        long last = columns % WORD == 0 ? -1L : (1L << columns) - 1;
        for (int i = 0; i < words.length; i++) {
            other.words[i] = ~words[i] & ((i + 1) % stride == 0 ? last : -1L);
        }
        return other;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BitGrid grid
                && rows == grid.rows
                && columns == grid.columns
                && Arrays.equals(words, grid.words);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return rows + " rows of " + columns + " bits";
    }
}
