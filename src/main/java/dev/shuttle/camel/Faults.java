package dev.shuttle.camel;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchUnknownHostKeyException;
import com.jcraft.jsch.SftpException;
import dev.shuttle.pipeline.delivery.Fault;
import dev.shuttle.provider.FailureWords;
import dev.shuttle.settings.FileErrors;
import java.io.FileNotFoundException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/** What camel-ftp, JSch and the servers' status codes mean to a server's operator. */
final class Faults {
    /** FTP: not logged in. */
    private static final int NOT_LOGGED_IN = 530;

    /** FTP: from here on the server is well and says no. */
    private static final int REFUSED = 500;

    private static final String NOT_GIVEN = "Cannot retrieve file";

    private static final String NOT_MOVED = "Cannot rename file";

    /** Status codes of the drafts after version 3, which servers also send to clients of version 3. */
    private static final int NO_SPACE = 14;

    private static final int QUOTA_EXCEEDED = 15;

    private Faults() {}

    /** @param keys what the keys of this server's settings begin with */
    static Fault of(Throwable failure, String keys) {
        Throwable cause = root(failure);
        String said = String.valueOf(cause.getMessage()).strip();
        if (cause instanceof JSchUnknownHostKeyException) {
            return new Fault(
                    "REMOTE_HOST_KEY_UNKNOWN",
                    said,
                    "compare the fingerprint with the server's owner, then add the key: ssh-keyscan -p PORT HOST >> the file of "
                            + keys + ".known-hosts",
                    true);
        }
        if (cause instanceof JSchChangedHostKeyException) {
            return new Fault(
                    "REMOTE_HOST_KEY_CHANGED",
                    said,
                    "the server has another key than before: somebody may be in between. If its owner says it is right, replace"
                            + " the key in the file of " + keys + ".known-hosts",
                    true);
        }
        if (isLogin(cause, said)) {
            return new Fault(
                    "REMOTE_LOGIN_REFUSED", said, "check the user in the address and the password or key", true);
        }
        if (cause instanceof GenericFileOperationFailedException ftp && isRefusal(ftp, said)) {
            return new Fault(
                    "REMOTE_REFUSED",
                    refusal(ftp, said),
                    "check the file's and the folder's rights there and, where its name looks wrong, shuttle.ftp.charset",
                    false);
        }
        if (cause instanceof SftpException status) {
            return status(status.id, said);
        }
        if (cause instanceof FileSystemException || cause instanceof FileNotFoundException) {
            return new Fault("LOCAL_FILE", FileErrors.of(cause), "check the disk of this machine", false);
        }
        return new Fault(
                "REMOTE_UNREACHABLE", FailureWords.of(cause, "the server"), "check the server and the way to it", true);
    }

    /** Where a server says no to a file, Camel keeps neither its code nor its words. */
    private static boolean isRefusal(GenericFileOperationFailedException ftp, String said) {
        return ftp.getCode() >= REFUSED || said.startsWith(NOT_GIVEN) || said.startsWith(NOT_MOVED);
    }

    private static String refusal(GenericFileOperationFailedException ftp, String said) {
        if (ftp.getCode() >= REFUSED) {
            return ftp.getCode() + " " + String.valueOf(ftp.getReason()).strip();
        }
        return said.startsWith(NOT_GIVEN)
                ? "the server does not give the file"
                : "the server does not let the file be moved to where fetched files go";
    }

    private static boolean isLogin(Throwable cause, String said) {
        boolean refused = cause instanceof GenericFileOperationFailedException ftp && ftp.getCode() == NOT_LOGGED_IN;
        return refused || said.toLowerCase(Locale.ROOT).contains("auth");
    }

    private static Fault status(int status, String said) {
        return switch (status) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE ->
                new Fault("REMOTE_NO_SUCH_FOLDER", said, "check the folder in the address", false);
            case ChannelSftp.SSH_FX_PERMISSION_DENIED ->
                new Fault("REMOTE_DENIED", said, "the user may not write there: check the rights of the folder", false);
            case NO_SPACE, QUOTA_EXCEEDED ->
                new Fault("REMOTE_FULL", said, "make room on the server's disk, or raise the user's quota", false);
            default ->
                new Fault(
                        "REMOTE_FAILED",
                        said,
                        "the server says no more; most often its disk or the user's quota is full",
                        false);
        };
    }

    static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
