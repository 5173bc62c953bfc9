package dev.shuttle.camel;

import dev.shuttle.provider.Wire;
import dev.shuttle.settings.FileErrors;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/**
 * Round each exchange, inside the HTTP client, where no stream cache has seen the answer yet: sends to the address that was
 * checked or not at all, reads the whole body, decompressed, within its limit and the call's deadline, and gives the
 * connection back.
 */
final class WireGuard implements ExecChainHandler {
    private final Function<HttpContext, @Nullable WireCall> calls;
    private final AnswerRoom room = AnswerRoom.ofHeap();

    WireGuard(Function<HttpContext, @Nullable WireCall> calls) {
        this.calls = calls;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        WireCall call = calls.apply(scope.clientContext);
        return call == null ? chain.proceed(request, scope) : guarded(call, request, scope, chain);
    }

    private ClassicHttpResponse guarded(
            WireCall call, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        try {
            call.enter((Cancellable) scope.originalRequest);
            requireSame(call.request().uri(), request);
            ClassicHttpResponse response = whole(call, chain.proceed(request, scope));
            // Where something is left behind the end of what was zipped, the connection is not given back by itself.
            scope.execRuntime.discardEndpoint();
            return response;
        } catch (IOException | HttpException | RuntimeException failed) {
            scope.execRuntime.discardEndpoint();
            throw explained(call, failed);
        } catch (VirtualMachineError | LinkageError broken) {
            scope.execRuntime.discardEndpoint();
            throw explained(call, broken(broken));
        } finally {
            call.leave();
        }
    }

    /** Never sent, cut off, too long, or lost: in this order. */
    private static IOException explained(WireCall call, Exception failure) {
        if (failure instanceof Wire.AnswerTooLarge tooLarge) {
            return tooLarge;
        }
        String why = call.why() == null ? String.valueOf(failure.getMessage()) : String.valueOf(call.why());
        if (!call.wasSent()) {
            boolean known = failure instanceof IOException && call.why() == null && isOfTheNetwork(failure);
            return known ? (IOException) failure : caused(new ConnectException(why), failure);
        }
        if (call.why() != null) {
            return caused(new SocketTimeoutException(why), failure);
        }
        return HttpFailures.plain(failure, String.valueOf(call.request().uri().getRawAuthority()));
    }

    private static boolean isOfTheNetwork(Exception failure) {
        return failure instanceof ConnectException
                || failure instanceof java.net.UnknownHostException
                || failure instanceof java.net.NoRouteToHostException
                || failure instanceof javax.net.ssl.SSLHandshakeException;
    }

    private static <E extends IOException> E caused(E failure, Throwable cause) {
        failure.initCause(cause);
        return failure;
    }

    /** An Error as the failure of this one call. */
    static IOException broken(Error error) {
        return new IOException("the exchange broke off: " + FileErrors.reason(error));
    }

    private ClassicHttpResponse whole(WireCall call, ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return response;
        }
        long limit = call.request().maxAnswerBytes();
        if (entity.getContentLength() > limit) {
            throw new Wire.AnswerTooLarge(limit);
        }
        AnswerRoom.Place place = room.take(call, entity.getContentLength());
        try {
            // Not closed: that would read on to the end, which may never come. At the end it closes itself.
            AnswerBody body = AnswerBody.read(entity.getContent(), call);
            call.check();
            response.setEntity(new InputStreamEntity(body, body.length(), null));
            // What it was encoded by is undone; Camel would undo it again.
            response.removeHeaders(HttpHeaders.CONTENT_ENCODING);
            return response;
        } finally {
            place.close();
        }
    }

    /** The address that was checked is the one that is sent: whatever a route, a placeholder or a fragment made of it. */
    private static void requireSame(URI checked, ClassicHttpRequest request) throws ConnectException {
        URIAuthority to = request.getAuthority();
        String query = checked.getRawQuery() == null ? "" : "?" + checked.getRawQuery();
        String path = checked.getRawPath().isEmpty() ? "/" : checked.getRawPath();
        boolean same = to != null
                && to.getUserInfo() == null
                && checked.getRawUserInfo() == null
                && checked.getRawFragment() == null
                && checked.getScheme().equalsIgnoreCase(request.getScheme())
                && bare(checked.getHost()).equalsIgnoreCase(bare(to.getHostName()))
                && port(checked.getScheme(), checked.getPort()) == port(checked.getScheme(), to.getPort())
                && (path + query).equals(request.getPath());
        if (!same) {
            throw new ConnectException("the address was changed on its way, so nothing was sent: "
                    + checked.getScheme() + "://" + checked.getRawAuthority() + " became " + request.getScheme() + "://"
                    + to);
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(String scheme, int port) {
        return port >= 0 ? port : scheme.equalsIgnoreCase("https") ? 443 : 80;
    }
}
