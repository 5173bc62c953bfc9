package dev.shuttle.ops.doctor;

import java.util.List;
import java.util.Locale;

/**
 * In which characters file names are read.
 *
 * @param encoding Java's {@code sun.jnu.encoding}, which the system's locale decides
 */
record EncodingCheck(String encoding) implements Check {
    static EncodingCheck ofProcess() {
        return new EncodingCheck(String.valueOf(System.getProperty("sun.jnu.encoding")));
    }

    @Override
    public String name() {
        return "encoding";
    }

    @Override
    public List<Finding> look() {
        Words words = new Words(name());
        boolean all = encoding.toUpperCase(Locale.ROOT).startsWith("UTF");
        return List.of(all ? words.ok("encoding", encoding) : words.warn("encoding.narrow", encoding));
    }
}
