package dev.shuttle.provider;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why a connection failed, as its operator would say it: the host and what it did, never the name of a class. */
public final class FailureWords {
    /** Names of classes, with or without their package, and what Java prints of an object. */
    private static final Pattern CLASS = Pattern.compile(
            "\\b(?:[a-z_][\\w$]*\\.){2,}[A-Z]\\w*|\\b[A-Z]\\w*(?:Exception|Error)\\b|@[0-9a-f]{5,8}\\b");

    private static final int DEEPEST = 20;

    private FailureWords() {}

    /**
     * The failure in words.
     *
     * @param host whom the connection was to, such as {@code dashscope.aliyuncs.com:443}
     */
    public static String of(Throwable failure, String host) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            Optional<String> known = isOnlyItsCause(cause) ? Optional.empty() : known(cause, host);
            if (known.isPresent()) {
                return known.get();
            }
            cause = cause.getCause();
        }
        return own(failure).orElse("the exchange with " + host + " broke off");
    }

    private static boolean isOnlyItsCause(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause != null && Objects.equals(cause.getMessage(), failure.getMessage());
    }

    private static Optional<String> known(Throwable failure, String host) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (failure instanceof UnknownHostException || failure instanceof UnresolvedAddressException) {
            return Optional.of("no address is known for the name " + host);
        }
        if (failure instanceof NoRouteToHostException || said.contains("network is unreachable")) {
            return Optional.of("there is no way from this machine to " + host);
        }
        if (failure instanceof SSLException || failure instanceof CertificateException) {
            return Optional.of("no safe connection to " + host + ": " + tls(failure));
        }
        if (failure instanceof ConnectException) {
            return connecting(failure, said, host);
        }
        if (failure instanceof SocketTimeoutException) {
            return said.contains("connect timed out")
                    ? Optional.of(noConnection(host))
                    : Optional.of(own(failure)
                            .filter(words -> !said.contains("timed out"))
                            .orElse(host + " gave no answer in time"));
        }
        if (failure instanceof SocketException) {
            return Optional.of(broken(said, host));
        }
        if (failure instanceof EOFException && said.equals("null")) {
            return Optional.of("the answer of " + host + " broke off");
        }
        return failure instanceof ZipException
                ? Optional.of("the compressed answer of " + host + " is damaged")
                : failure instanceof VirtualMachineError ? Optional.of("memory ran out") : Optional.empty();
    }

    private static Optional<String> connecting(Throwable failure, String said, String host) {
        if (said.contains("refused")) {
            return Optional.of(host + " refuses the connection: nothing listens there, or a firewall stands before it");
        }
        if (said.contains("timed out")) {
            return Optional.of(noConnection(host));
        }
        // What this program itself has to say comes as one too.
        return failure.getCause() == null || own(failure).isPresent()
                ? Optional.of(own(failure).orElse("no connection to " + host))
                : Optional.empty();
    }

    private static String noConnection(String host) {
        return host + " does not take the connection: no sign of it in time";
    }

    private static String broken(String said, String host) {
        if (said.contains("reset")) {
            return "the connection to " + host + " was reset";
        }
        return said.contains("broken pipe") || said.contains("closed")
                ? host + " closed the connection before it had the whole request"
                : "the connection to " + host + " broke off";
    }

    private static String tls(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof CertificateExpiredException) {
                return "its certificate has expired (or this machine's clock is wrong)";
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "its certificate is not valid yet (or this machine's clock is wrong)";
            }
            if (cause instanceof CertPathBuilderException) {
                return "this machine does not know who signed its certificate (a proxy that reads along has such ones)";
            }
            if (cause instanceof SSLPeerUnverifiedException || isForAnother(cause)) {
                return "its certificate is for another name";
            }
            cause = cause.getCause();
        }
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("unrecognized ssl message") || said.contains("plaintext")) {
            return "it answers without TLS (http instead of https?)";
        }
        return said.contains("terminated") || said.contains("closed")
                ? "it ended the connection while TLS was agreed on"
                : "no agreement on TLS"
                        + own(failure).map(words -> " (" + words + ")").orElse("");
    }

    private static boolean isForAnother(Throwable failure) {
        String said = String.valueOf(failure.getMessage());
        return said.contains("No subject alternative") || said.contains("No name matching");
    }

    /** What the failure says itself, where that is said for people. */
    private static Optional<String> own(Throwable failure) {
        String said = failure.getMessage() == null ? "" : failure.getMessage().strip();
        return failure instanceof Error || said.isEmpty() || CLASS.matcher(said).find()
                ? Optional.empty()
                : Optional.of(said);
    }
}
