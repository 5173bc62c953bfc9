package dev.shuttle.pipeline.store;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Named bytes that every node reaches. What was put is there, whole, and outlasts a power cut, once the call returns; before that it is
 * not there at all. Names are {@code folder/name}, of letters, digits, dots and hyphens.
 *
 * <p>Every method throws {@link StoreException} where the store cannot be reached or refuses.
 */
public interface Store extends AutoCloseable {
    /** Puts a file's bytes there, over what has that name. */
    void put(String name, Path file) throws StoreException;

    /** Puts a few bytes there, over what has that name. */
    void put(String name, byte[] bytes) throws StoreException;

    /** Copies what has that name into a file, whose bytes are forced to the disk; false where nothing has. */
    boolean get(String name, Path to) throws StoreException;

    /** What has that name, for little things; empty where nothing has. */
    Optional<byte[]> read(String name) throws StoreException;

    /** Names in a folder. */
    List<String> names(String folder) throws StoreException;

    /** Folders that have something in them. */
    List<String> folders() throws StoreException;

    /** Removes these, in this order; one that is not there is no error. */
    void remove(String folder, Collection<String> names) throws StoreException;

    /** Where it is, for messages. */
    String place();

    /** Writes, reads and removes something. */
    default void probe(String name) throws StoreException {
        byte[] bytes = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        put(name, bytes);
        if (!read(name).filter(there -> java.util.Arrays.equals(there, bytes)).isPresent()) {
            throw StoreException.unlike(place(), name);
        }
        int slash = name.indexOf('/');
        remove(name.substring(0, slash), List.of(name));
    }

    @Override
    void close();
}
