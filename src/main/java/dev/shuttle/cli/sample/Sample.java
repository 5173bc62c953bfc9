package dev.shuttle.cli.sample;

/** A bundled picture, encoded as a file. */
public final class Sample {
    private final String name;
    private final String fileName;
    private final byte[] bytes;

    Sample(String name, String fileName, byte[] bytes) {
        this.name = name;
        this.fileName = fileName;
        this.bytes = bytes.clone();
    }

    /** A short name in lower case, such as {@code peony-brocade}. */
    public String name() {
        return name;
    }

    /** The name to save it under, with the extension of its format. */
    public String fileName() {
        return fileName;
    }

    /** The encoded picture, PNG or JPEG as the file name says; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
