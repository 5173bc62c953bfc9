package dev.shuttle.settings;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a node does of a job's way. */
public record Roles(Set<Role> roles) {
    private static final String KEY = "shuttle.roles";

    /** A part of the way. */
    public enum Role {
        /** Takes pictures in: the inbox, FTP, SFTP, uploads. */
        INTAKE,
        /** Submits, polls and downloads. */
        CLOUD,
        /** Runs the loom engine. */
        CONVERT,
        /** Publishes into the outbox, delivers, and removes what is old. */
        PAGES
    }

    /** A node that does everything. */
    public static final Roles ALL = new Roles(EnumSet.allOf(Role.class));

    /** Whether it does this. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether it needs no other. */
    public boolean isAll() {
        return roles.size() == Role.values().length;
    }

    /** As in the settings. */
    @Override
    public String toString() {
        return isAll()
                ? "all"
                : String.join(
                        ",",
                        roles.stream()
                                .map(role -> role.name().toLowerCase(Locale.ROOT))
                                .toList());
    }

    static Roles read(Values values) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        List<String> words = values.list(KEY);
        for (String word : words) {
            if (word.equals("all")) {
                return ALL;
            }
            try {
                roles.add(Role.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                values.problem(KEY, word, "must be all, or some of intake,cloud,convert,pages");
            }
        }
        if (words.isEmpty()) {
            values.problem(KEY, "", "must be all, or some of intake,cloud,convert,pages");
        }
        return new Roles(roles);
    }
}
