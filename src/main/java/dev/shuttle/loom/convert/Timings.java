package dev.shuttle.loom.convert;

/** What the steps of a conversion took, milliseconds; decoding is 0 where a decoded picture was handed in. */
public record Timings(
        double decode, double style, double palette, double label, double grid, double clean, double weave) {
    /** All that came after decoding. */
    public double convert() {
        return style + palette + label + grid + clean + weave;
    }

    Timings withDecode(double milliseconds) {
        return new Timings(milliseconds, style, palette, label, grid, clean, weave);
    }
}
