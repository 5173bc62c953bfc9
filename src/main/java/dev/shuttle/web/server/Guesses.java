package dev.shuttle.web.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wrong tokens and passwords, by the address they came from. The answer to each waits longer than the one before; the right one
 * never waits, so nobody is shut out by what others try. Thread-safe.
 */
public final class Guesses {
    private static final Logger LOG = LoggerFactory.getLogger(Guesses.class);
    /** Addresses that are remembered; the ones longest unheard of are forgotten first. */
    static final int MOST = 4096;
    /** Typing errors. */
    private static final int FREE = 3;

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final int NEWS = 10;
    private static final String UNKNOWN = "unknown";

    private final InstantSource clock;
    private final Consumer<Guess> listener;
    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST;
        }
    };

    private record Tries(long count, Instant last) {}

    /**
     * One of them.
     *
     * @param door where: {@code api} or {@code console}
     * @param address without a port
     * @param count how many came from there lately
     * @param often whether it is the tenth, the hundredth and so on
     */
    public record Guess(String door, String address, long count, boolean often) {}

    /** @param listener gets each of them; never waits */
    public Guesses(InstantSource clock, Consumer<Guess> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /** Remembers a wrong one; gives how long its answer is to wait. */
    Duration wrong(String door, @Nullable SocketAddress from) {
        String address = address(from);
        long count = counted(address);
        Guess guess = new Guess(door, address, count, isNews(count));
        if (guess.often()) {
            LOG.warn("wrong tokens or passwords from {} at the {}: {} lately", address, door, count);
        }
        listener.accept(guess);
        return count <= FREE
                ? Duration.ZERO
                : Duration.ofMillis(Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(20, count - FREE - 1)));
    }

    private synchronized long counted(String address) {
        Instant now = clock.instant();
        Tries known = tries.get(address);
        boolean lately = known != null && known.last().plus(FORGOTTEN).isAfter(now);
        Tries next = new Tries(lately && known != null ? known.count() + 1 : 1, now);
        tries.put(address, next);
        return next.count();
    }

    synchronized int remembered() {
        return tries.size();
    }

    private static boolean isNews(long count) {
        long step = NEWS;
        while (step < count) {
            step *= 10;
        }
        return count == step;
    }

    /** Who has one IPv6 address has its whole network of 64 bits. */
    static String address(@Nullable SocketAddress from) {
        InetAddress address = from instanceof InetSocketAddress internet ? internet.getAddress() : null;
        if (address instanceof Inet6Address six && !six.isLoopbackAddress()) {
            return HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8)) + "::/64";
        }
        return address == null ? UNKNOWN : address.getHostAddress();
    }
}
