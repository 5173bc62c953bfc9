package dev.shuttle.ops.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.ops.console.Account.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.management.ObjectName;

/** Which attributes and operations of which MBeans may be read and called, by which role: the exact names of {@code jolokia.access}. */
final class AccessList {
    private static final String FILE = "/console/jolokia.access";

    /** What is listed for MBeans of one domain and type. */
    private record Section(Set<String> read, Set<String> look, Set<String> act) {
        Section() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }

        Set<String> of(String word) {
            return switch (word) {
                case "read" -> read;
                case "look" -> look;
                case "act" -> act;
                default -> throw new IllegalStateException("the program is damaged: " + FILE + " has " + word);
            };
        }
    }

    private final Map<String, Section> sections;

    private AccessList(Map<String, Section> sections) {
        this.sections = sections;
    }

    static AccessList bundled() {
        try (InputStream in = AccessList.class.getResourceAsStream(FILE)) {
            return of(new String(Objects.requireNonNull(in, FILE).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the program is damaged: " + FILE, e);
        }
    }

    static AccessList of(String text) {
        Map<String, Section> sections = new HashMap<>();
        Section current = new Section();
        for (String line : text.lines()
                .filter(each -> !each.isBlank() && !each.startsWith("#"))
                .toList()) {
            if (line.startsWith("[")) {
                current = new Section();
                sections.put(line.substring(1, line.length() - 1), current);
            } else {
                String[] words = line.split(" ");
                current.of(words[0]).addAll(Arrays.asList(words).subList(1, words.length));
            }
        }
        return new AccessList(sections);
    }

    /** Whether such an MBean is to be seen at all. */
    boolean shows(ObjectName name) {
        return sections.containsKey(kind(name));
    }

    boolean allowsRead(ObjectName name, String attribute) {
        Section section = sections.get(kind(name));
        return section != null && section.read().contains(attribute);
    }

    /** @param operation with its signature, such as {@code cancel(java.lang.String)} */
    boolean allows(Role role, ObjectName name, String operation) {
        Section section = sections.get(kind(name));
        return section != null
                && (section.look().contains(operation)
                        || (role == Role.OPERATOR && section.act().contains(operation)));
    }

    private static String kind(ObjectName name) {
        return name.getDomain() + ":type=" + name.getKeyProperty("type");
    }
}
