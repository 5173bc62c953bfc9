package dev.shuttle.cli;

import dev.shuttle.pipeline.job.KnownNode;
import dev.shuttle.report.outcome.Json;
import java.io.PrintWriter;
import java.util.List;

/** {@code jobs nodes}: who shares the journal. */
final class NodesTable {
    private NodesTable() {}

    private record Line(
            String node, String standing, String roles, String version, int jobsOpen, long clockAheadMillis) {}

    static void print(List<KnownNode> nodes, boolean json, PrintWriter out) {
        if (json) {
            nodes.forEach(node -> out.println(Json.line(new Line(
                    node.name(),
                    node.standing().word(),
                    node.roles(),
                    node.program(),
                    node.jobs(),
                    node.ahead().toMillis()))));
            return;
        }
        if (nodes.isEmpty()) {
            out.println("no node is there; or one program has the journal alone");
        }
        int width = nodes.stream().mapToInt(node -> node.name().length()).max().orElse(1);
        for (KnownNode node : nodes) {
            out.printf(
                    "%-" + width + "s  %-8s  %-24s  %s  %d open jobs%n",
                    node.name(),
                    node.standing().word(),
                    node.roles(),
                    node.program(),
                    node.jobs());
        }
    }
}
