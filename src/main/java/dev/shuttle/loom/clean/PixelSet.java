package dev.shuttle.loom.clean;

import java.util.Arrays;

/** A small set of pixel indices in the order they were added, cleared in the time of what it holds. */
final class PixelSet {
    private int[] members = new int[32];
    private int[] slots = filled(128);
    private int size;

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }

    int size() {
        return size;
    }

    int get(int i) {
        return members[i];
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            int slot = slot(members[i]);
            while (slots[slot] != -1) {
                slots[slot] = -1;
                slot = slot + 1 & slots.length - 1;
            }
        }
        size = 0;
    }

    boolean contains(int pixel) {
        int slot = slot(pixel);
        while (slots[slot] != -1) {
            if (slots[slot] == pixel) {
                return true;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return false;
    }

    /** False where it was there already. */
    boolean add(int pixel) {
        int slot = slot(pixel);
        while (slots[slot] != -1) {
            if (slots[slot] == pixel) {
                return false;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = pixel;
        if (size == members.length) {
            members = Arrays.copyOf(members, 2 * size);
        }
        members[size++] = pixel;
        if (4 * size > slots.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        slots = filled(2 * slots.length);
        for (int i = 0; i < size; i++) {
            int slot = slot(members[i]);
            while (slots[slot] != -1) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = members[i];
        }
    }

    private int slot(int pixel) {
        return ((pixel * 0x9E3779B1) >>> 8) & slots.length - 1;
    }
}
