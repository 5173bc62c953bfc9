package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Rgb;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An area that bobbins of one yarn weave.
 *
 * @param fromLine its first line, from the top, from 0
 * @param toLine the line after its last; below the cloth's last line where it goes on across the seam
 * @param fromEnd its first end, from 0
 * @param toEnd the end after its last; likewise
 * @param cells that show it
 * @param spans where a bobbin goes, one for each bobbin of a line
 */
public record BrocadedArea(Rgb yarn, int fromLine, int toLine, int fromEnd, int toEnd, long cells, List<Span> spans) {
    public BrocadedArea {
        spans = List.copyOf(spans);
    }

    /**
     * A bobbin's way on a line.
     *
     * @param line of the cloth
     * @param from its first end
     * @param to the end after its last, beyond the cloth's last where it goes across the seam
     */
    public record Span(int line, int from, int to) {
        /** Ends that it crosses. */
        public int width() {
            return to - from;
        }
    }

    /** The most bobbins that it has on one line. */
    public int bobbins() {
        return (int) spans.stream().collect(Collectors.groupingBy(Span::line, Collectors.counting())).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** Ends that all its picks cross together. */
    public long crossed() {
        return spans.stream().mapToLong(Span::width).sum();
    }

    BrocadedArea dyed(Rgb other) {
        return new BrocadedArea(other, fromLine, toLine, fromEnd, toEnd, cells, spans);
    }
}
