package dev.shuttle.ops.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether the routes can be read.
 *
 * @param faults reads them; each fault names its file
 */
record RoutesCheck(Path folder, Supplier<List<String>> faults) implements Check {
    @Override
    public String name() {
        return "routes";
    }

    @Override
    public List<Finding> look() {
        Words words = new Words(name());
        List<String> found = faults.get();
        return found.isEmpty()
                ? List.of(words.ok("routes", folder))
                : found.stream().map(fault -> words.fail("routes.bad", fault)).toList();
    }
}
