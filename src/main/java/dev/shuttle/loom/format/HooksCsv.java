package dev.shuttle.loom.format;

import dev.shuttle.loom.harness.Hook;
import java.util.List;
import java.util.stream.Collectors;

/** Which hook lifts which ends 装造, as a table: a row for each hook of the machine, from the left. */
public final class HooksCsv {
    /**
     * The first line: the column of the lift plan that a hook is lifted by (empty where it lifts no end), how many cords it has,
     * and the ends of the cloth on them; all from 1, from the left.
     */
    public static final String HEADER = "hook,area,design_end,cords,ends_in_cloth";

    private HooksCsv() {}

    /** The whole file. */
    public static String write(List<Hook> hooks) {
        StringBuilder out = new StringBuilder(HEADER).append("\r\n");
        for (Hook hook : hooks) {
            out.append(hook.number())
                    .append(',')
                    .append(hook.area().word())
                    .append(',')
                    .append(hook.end() == 0 ? "" : String.valueOf(hook.end()))
                    .append(',')
                    .append(hook.ends().size())
                    .append(',')
                    .append(hook.ends().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                    .append("\r\n");
        }
        return out.toString();
    }
}
