package dev.shuttle.advisories;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * An advisory in the OSV format (https://ossf.github.io/osv-schema/), as far as it concerns Maven's artifacts.
 *
 * @param names its id and its aliases
 */
record Advisory(List<String> names, String summary, JsonNode affected, boolean withdrawn) {
    private static final String ECOSYSTEM = "Maven";

    static Advisory of(JsonNode osv) {
        List<String> names = new ArrayList<>(List.of(osv.path("id").asText()));
        osv.path("aliases").forEach(alias -> names.add(alias.asText()));
        String summary = osv.path("summary").asText(osv.path("details").asText());
        return new Advisory(names, summary.lines().findFirst().orElse(""), osv.path("affected"), osv.has("withdrawn"));
    }

    /** Whether it names a package at all; one that does not can be compared with nothing. */
    boolean namesPackages() {
        return each(affected)
                .anyMatch(entry -> !entry.path("package").path("name").asText().isEmpty());
    }

    /** Whether this version of this library is affected. */
    boolean concerns(Component component) {
        return !withdrawn
                && each(affected)
                        .filter(entry -> isOf(entry.path("package"), component))
                        .anyMatch(entry -> covers(entry, component.version()));
    }

    private static boolean isOf(JsonNode named, Component component) {
        String ecosystem = named.path("ecosystem").asText();
        return (ecosystem.equals(ECOSYSTEM) || ecosystem.startsWith(ECOSYSTEM + ":"))
                && named.path("name").asText().equals(component.name());
    }

    private static boolean covers(JsonNode entry, String version) {
        boolean listed =
                each(entry.path("versions")).anyMatch(each -> each.asText().equals(version));
        return listed
                || each(entry.path("ranges"))
                        .filter(range -> !range.path("type").asText().equals("GIT"))
                        .anyMatch(range -> covers(range, new ComparableVersion(version)));
    }

    /** The events in order of their versions: each one before the version, or at it, turns it on or off. */
    private static boolean covers(JsonNode range, ComparableVersion version) {
        List<Event> events = each(range.path("events"))
                .flatMap(Event::of)
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
        boolean affected = false;
        for (Event event : events) {
            int order = event.at().compareTo(version);
            if (order < 0 || (order == 0 && !event.last())) {
                affected = event.begins();
            }
        }
        return affected;
    }

    /** @param last the version at which it ends is itself affected */
    private record Event(ComparableVersion at, boolean begins, boolean last) {
        static Stream<Event> of(JsonNode event) {
            return Stream.of("introduced", "fixed", "last_affected")
                    .filter(event::has)
                    .map(kind -> new Event(
                            new ComparableVersion(event.path(kind).asText()),
                            kind.equals("introduced"),
                            kind.equals("last_affected")));
        }
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
