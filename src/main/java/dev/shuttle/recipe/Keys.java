package dev.shuttle.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a mapping, in the order they are listed in. */
record Keys(List<Key> all) {
    static Keys of(Key... keys) {
        return new Keys(List.of(keys));
    }

    /** These and then those. */
    Keys and(Key... more) {
        return new Keys(Stream.concat(all.stream(), Arrays.stream(more)).toList());
    }

    List<String> names() {
        return all.stream().map(Key::name).toList();
    }

    Optional<Key> named(String name) {
        return all.stream().filter(key -> key.name().equals(name)).findFirst();
    }
}
