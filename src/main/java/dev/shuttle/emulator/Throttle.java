package dev.shuttle.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts calls in a sliding window, each kind by itself; what is refused does not count. */
final class Throttle {
    private final Map<String, Deque<Instant>> admitted = new HashMap<>();

    synchronized boolean admits(String kind, int most, Duration window, Instant now) {
        if (most == Integer.MAX_VALUE) {
            return true;
        }
        Deque<Instant> recent = admitted.computeIfAbsent(kind, name -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.peekFirst().plus(window).isAfter(now)) {
            recent.removeFirst();
        }
        if (recent.size() >= most) {
            return false;
        }
        recent.addLast(now);
        return true;
    }
}
