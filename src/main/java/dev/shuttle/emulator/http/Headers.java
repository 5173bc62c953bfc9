package dev.shuttle.emulator.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Header lines in the order and the spelling they had on the wire; names are looked up without regard to case. */
public record Headers(List<Header> all) {
    /** No headers. */
    public static final Headers NONE = new Headers(List.of());

    /** One header line. */
    public record Header(String name, String value) {}

    /** Keeps an unmodifiable copy. */
    public Headers {
        all = List.copyOf(all);
    }

    /** The first value of this name, or null. */
    public @Nullable String first(String name) {
        return all.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse(null);
    }

    /** Whether a header of this name is there, whatever its value. */
    public boolean has(String name) {
        return first(name) != null;
    }

    /** Whether a header has this value; case is ignored in both. */
    public boolean has(String name, String value) {
        return value.equalsIgnoreCase(first(name));
    }

    /** These headers and one more. */
    public Headers with(String name, String value) {
        List<Header> more = new ArrayList<>(all);
        more.add(new Header(name, value));
        return new Headers(more);
    }
}
