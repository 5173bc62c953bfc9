package dev.shuttle.ops;

import dev.shuttle.pipeline.job.Nodes;
import dev.shuttle.pipeline.job.Nodes.Asked;
import java.util.List;

/** The nodes of the journal under JMX. */
final class NodesControl implements Managed.Nodes {
    private final Nodes nodes;

    NodesControl(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public List<String> getAll() {
        return nodes.known().stream()
                .map(node -> node.name() + " " + node.standing().word() + ", roles " + node.roles() + ", version "
                        + node.program() + ", open jobs " + node.jobs())
                .toList();
    }

    @Override
    public void drain(String node) {
        ask(node, Asked.DRAIN);
    }

    @Override
    public void resume(String node) {
        ask(node, Asked.NOTHING);
    }

    private void ask(String node, Asked asked) {
        if (!nodes.ask(node, asked)) {
            throw new IllegalArgumentException("there is no node " + node + " that could be asked");
        }
    }
}
