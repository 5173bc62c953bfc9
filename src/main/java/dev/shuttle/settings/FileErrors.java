package dev.shuttle.settings;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a file could not be read or written, in words: which file, what happened, what to do. Java's own messages are often the path alone,
 * or the name of a class.
 */
public final class FileErrors {
    private static final int DEEPEST = 20;

    /** Names of classes, with or without their package, and what Java prints of an object. */
    private static final Pattern CLASS = Pattern.compile(
            "\\b(?:[a-z_][\\w$]*\\.){2,}[A-Z]\\w*|\\b[A-Z]\\w*(?:Exception|Error)\\b|@[0-9a-f]{5,8}\\b");

    /** What Linux says, and what is to be done. */
    private static final Map<String, String> TO_DO = Map.of(
            "No space left on device", "the disk is full, make room",
            "Disk quota exceeded", "the user's share of the disk is full, make room or raise the quota",
            "Read-only file system", "the disk is mounted read-only, as after a fault: look at the system's log",
            "Input/output error", "the disk reports a fault: look at the system's log",
            "Stale file handle", "the server of a shared folder forgot it: mount it again",
            "Transport endpoint is not connected", "the shared folder is not connected: mount it again",
            "Too many open files", "raise the limit of open files: ulimit -n",
            "File name too long", "give it a shorter name",
            "Operation not permitted", "check its owner and its rights",
            "Permission denied", "check its owner and its rights");

    private FileErrors() {}

    /** The file, where the failure names it, and what happened to it. */
    public static String of(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile()
                    + (denied.getOtherFile() == null ? "" : " or " + denied.getOtherFile());
        }
        if (cause instanceof FileSystemException system && system.getFile() != null) {
            String other = system.getOtherFile();
            return system.getFile() + (other == null ? "" : " to " + other) + ": " + reason(cause);
        }
        return reason(cause);
    }

    /** The same without the file, for a message that names it. */
    public static String reason(Throwable failure) {
        Throwable cause = cause(failure);
        return kind(cause)
                .orElseGet(() -> said(cause instanceof FileSystemException system ? system.getReason() : message(cause))
                        .orElse(cause instanceof IOException ? "it cannot be read or written" : "an unforeseen fault"));
    }

    /** Whether it is about files at all. */
    public static boolean isOne(Throwable failure) {
        Throwable cause = cause(failure);
        return !(cause instanceof Error)
                && (cause instanceof IOException || kind(cause).isPresent());
    }

    private static Optional<String> kind(Throwable cause) {
        String words = null;
        if (cause instanceof AccessDeniedException) {
            words = "permission denied";
        } else if (cause instanceof NoSuchFileException) {
            words = "no such file or folder";
        } else if (cause instanceof FileAlreadyExistsException) {
            words = "it is there already";
        } else if (cause instanceof DirectoryNotEmptyException) {
            words = "the folder is not empty";
        } else if (cause instanceof NotDirectoryException) {
            words = "it is no folder";
        } else if (cause instanceof NotLinkException) {
            words = "it is no link";
        } else if (cause instanceof FileSystemLoopException) {
            words = "links lead round in a circle";
        } else if (cause instanceof AtomicMoveNotSupportedException) {
            words = "it cannot be moved in one step, for they are on different disks";
        } else if (cause instanceof ReadOnlyFileSystemException) {
            words = "the disk is mounted read-only";
        } else if (cause instanceof CharacterCodingException) {
            words = "it is no text in UTF-8";
        } else if (cause instanceof ClosedChannelException || cause instanceof ClosedFileSystemException) {
            words = "it was closed meanwhile";
        } else if (cause instanceof EOFException) {
            words = "it ends too early";
        } else if (cause instanceof OutOfMemoryError) {
            words = "memory ran out";
        } else if (cause instanceof StackOverflowError) {
            words = "something was nested too deeply";
        } else if (cause instanceof LinkageError) {
            words = "a part of the program is missing or damaged";
        }
        return Optional.ofNullable(words);
    }

    /** What the system or the failure itself says, where that is said for people. */
    private static Optional<String> said(@Nullable String message) {
        if (message == null || message.isBlank() || CLASS.matcher(message).find()) {
            return Optional.empty();
        }
        String words = message.strip();
        return Optional.of(TO_DO.entrySet().stream()
                .filter(each -> words.contains(each.getKey()) && !words.contains(each.getValue()))
                .findFirst()
                .map(each -> words + " (" + each.getValue() + ")")
                .orElse(words));
    }

    private static @Nullable String message(Throwable failure) {
        return failure.getMessage();
    }

    /** Wrappers say nothing, or their cause's class before its words. */
    private static Throwable cause(Throwable failure) {
        Throwable known = failure;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Throwable cause = known.getCause();
            if (cause == null || said(known.getMessage()).isPresent()) {
                return known;
            }
            known = cause;
        }
        return known;
    }
}
