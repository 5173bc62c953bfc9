package dev.shuttle.camel;

import dev.shuttle.ops.alert.Alert;
import dev.shuttle.ops.alert.Body;
import dev.shuttle.settings.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpConstants;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * What the route {@code webhook} needs: the body, the answer's meaning, an end to what takes too long. The route's endpoint
 * names the host alone; path and query, which hold the token, are put into the request beneath Camel, whose endpoints and
 * exchanges JMX shows.
 */
public final class Webhook implements HttpClientConfigurer, AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST = 1 << 16;

    private final @Nullable Secret address;
    private final Body body;
    private final InstantSource clock;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "alert-timeout");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Cancellable underWay;

    /** @param address where it posts; null: it is never asked to */
    public Webhook(@Nullable Secret address, Body body, InstantSource clock) {
        this.address = address;
        this.body = body;
        this.clock = clock;
    }

    /** First step of the route: the alert as the service wants it. */
    public void write(Exchange exchange) {
        Message message = exchange.getMessage();
        byte[] bytes = body.of(message.getBody(Alert.class), clock.instant());
        message.removeHeaders("*");
        message.setHeader(HttpConstants.HTTP_METHOD, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
        message.setBody(bytes);
        Future<?> end = watch.schedule(this::cutOff, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange ended) {
                end.cancel(false);
            }
        });
    }

    /** Last step: throws where the alert was not taken. */
    public void read(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        int status = message.getHeader(HttpConstants.HTTP_RESPONSE_CODE, Integer.class);
        byte[] answer = new byte[0];
        try (InputStream in = message.getBody(InputStream.class)) {
            if (in != null) {
                answer = in.readNBytes(MOST);
            }
        } finally {
            cutOff();
        }
        String fault = body.fault(status, answer);
        if (fault != null) {
            throw new IOException(fault);
        }
    }

    /** Ends what is under way. */
    public void cutOff() {
        Cancellable request = underWay;
        if (request != null) {
            request.cancel();
        }
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.addExecInterceptorFirst("webhook", (request, scope, chain) -> {
            underWay = scope.originalRequest instanceof Cancellable cancellable ? cancellable : null;
            request.setPath(path());
            return chain.proceed(request, scope);
        });
    }

    private String path() {
        URI uri = URI.create(address == null ? "http://localhost/" : address.get());
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String set = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String signed = body.query(clock.instant());
        String query = set.isEmpty() || signed.isEmpty() ? set + signed : set + "&" + signed;
        return query.isEmpty() ? path : path + "?" + query;
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
