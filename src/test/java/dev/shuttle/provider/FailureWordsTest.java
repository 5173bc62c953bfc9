package dev.shuttle.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The failures that no socket on one machine gives; those that one does are in the test of the wire. */
final class FailureWordsTest {
    private static final String HOST = "mill.example:443";

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new UnknownHostException("x"), "no address is known for the name " + HOST),
                Arguments.of(new NoRouteToHostException("No route to host"), "no way from this machine to " + HOST),
                Arguments.of(new ConnectException("Network is unreachable"), "no way from this machine to " + HOST),
                Arguments.of(new SocketTimeoutException("Connect timed out"), HOST + " does not take the connection"),
                Arguments.of(new ConnectException("Connection timed out"), HOST + " does not take the connection"),
                Arguments.of(new SocketTimeoutException("Read timed out"), HOST + " gave no answer in time"),
                Arguments.of(new SocketTimeoutException("no whole answer within 5 s"), "no whole answer within 5 s"),
                Arguments.of(new SocketException("Broken pipe"), HOST + " closed the connection"),
                Arguments.of(new SocketException(), "the connection to " + HOST + " broke off"),
                Arguments.of(
                        new SSLHandshakeException("Received fatal alert: handshake_failure"), "no agreement on TLS"),
                Arguments.of(new ConnectException("the address is another: nothing was sent"), "nothing was sent"),
                Arguments.of(new OutOfMemoryError("Java heap space"), "memory ran out"),
                Arguments.of(new NoClassDefFoundError("a/b/C"), "the exchange with " + HOST + " broke off"),
                Arguments.of(new IllegalStateException(), "the exchange with " + HOST + " broke off"),
                Arguments.of(
                        new IOException("java.lang.IllegalStateException: pool", new ConnectException("refused")),
                        "refuses the connection"),
                Arguments.of(
                        new IOException("org.example.Thing@1f2e3d4c"), "the exchange with " + HOST + " broke off"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void sayWhatHappened(Throwable failure, String expected) {
        assertThat(FailureWords.of(failure, HOST))
                .contains(expected)
                .doesNotContainPattern("Exception|Error\\b|java|null");
    }
}
