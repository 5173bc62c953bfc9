package dev.shuttle.ops.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server, step by step, so that what breaks can be named: its name, a connection, TLS. No request is sent.
 *
 * @param protocol of TLS; null where it was not spoken
 * @param issuer of the certificate; null where there is none
 */
record Reach(
        String address, @Nullable String protocol, @Nullable String issuer) {
    /**
     * Goes there.
     *
     * @param patience for each step
     * @throws UnknownHostException where the name has no address, or none came in time
     * @throws javax.net.ssl.SSLException where TLS fails, untrusted certificates included
     * @throws IOException where no connection comes about
     */
    static Reach to(String host, int port, boolean tls, Duration patience) throws IOException {
        InetAddress address = resolved(host, patience);
        int millis = (int) Math.min(Integer.MAX_VALUE, patience.toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), millis);
            socket.setSoTimeout(millis);
            String at = address.getHostAddress();
            return tls ? handshake(socket, host, port, at) : new Reach(at, null, null);
        }
    }

    private static Reach handshake(Socket plain, String host, int port, String at) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, false)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            SSLSession session = socket.getSession();
            Certificate first = session.getPeerCertificates()[0];
            String issuer = first instanceof X509Certificate certificate
                    ? certificate.getIssuerX500Principal().getName()
                    : null;
            return new Reach(at, session.getProtocol(), issuer);
        }
    }

    /** A name server that does not answer is not waited for longer than the rest. */
    private static InetAddress resolved(String host, Duration patience) throws IOException {
        CompletableFuture<InetAddress> asked = CompletableFuture.supplyAsync(() -> {
            try {
                return InetAddress.getByName(host);
            } catch (UnknownHostException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            UnknownHostException unknown = new UnknownHostException(host);
            unknown.initCause(e);
            throw unknown;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SocketTimeoutException("interrupted");
        }
    }
}
