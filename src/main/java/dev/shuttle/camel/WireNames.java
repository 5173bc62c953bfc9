package dev.shuttle.camel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Looks host names up without waiting longer than the call may take: the platform's look-up cannot be cut short, so it has
 * a thread of its own, one for each name however many calls wait for it.
 */
final class WireNames implements DnsResolver {
    private final DnsResolver platform;
    private final Map<String, CompletableFuture<InetAddress[]>> lookUps = new ConcurrentHashMap<>();

    WireNames(DnsResolver platform) {
        this.platform = platform;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        WireCall call = WireCall.current();
        return call == null ? platform.resolve(host) : awaited(host, call);
    }

    private InetAddress[] awaited(String host, WireCall call) throws UnknownHostException {
        CompletableFuture<InetAddress[]> lookUp = lookUp(host);
        try {
            if (call.await(lookUp)) {
                return lookUp.get();
            }
            throw new UnknownHostException(host + " could not be looked up in time");
        } catch (ExecutionException failed) {
            throw unknown(host, failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unknown(host, stopping);
        }
    }

    /** The one under way, or a new one. */
    private CompletableFuture<InetAddress[]> lookUp(String host) {
        CompletableFuture<InetAddress[]> mine = new CompletableFuture<>();
        CompletableFuture<InetAddress[]> other = lookUps.putIfAbsent(host, mine);
        if (other != null) {
            return other;
        }
        Thread thread = new Thread(() -> lookUp(host, mine), "dashscope-names");
        thread.setDaemon(true);
        thread.start();
        return mine;
    }

    private void lookUp(String host, CompletableFuture<InetAddress[]> lookUp) {
        try {
            lookUp.complete(platform.resolve(host));
        } catch (UnknownHostException | RuntimeException failed) {
            lookUp.completeExceptionally(failed);
        } finally {
            lookUps.remove(host, lookUp);
        }
    }

    private static UnknownHostException unknown(String host, @Nullable Throwable cause) {
        if (cause instanceof UnknownHostException known) {
            return known;
        }
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return platform.resolveCanonicalHostname(host);
    }
}
