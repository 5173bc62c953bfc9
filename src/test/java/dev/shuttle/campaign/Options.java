package dev.shuttle.campaign;

import java.util.HashMap;
import java.util.Map;

/** A campaign's options: {@code --name value}. */
final class Options {
    private final Map<String, String> values = new HashMap<>();

    Options(String[] args) {
        for (int i = 0; i + 1 < args.length; i += 2) {
            values.put(args[i].replaceFirst("^--", ""), args[i + 1]);
        }
    }

    String text(String name, String usual) {
        return values.getOrDefault(name, usual);
    }

    int number(String name, int usual) {
        return Integer.parseInt(text(name, String.valueOf(usual)));
    }
}
