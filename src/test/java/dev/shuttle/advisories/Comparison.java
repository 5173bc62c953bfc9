package dev.shuttle.advisories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Compares a CycloneDX file with advisories that lie on this machine; nothing is fetched. */
final class Comparison {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOTHING_NEW = 0;
    private static final int SOMETHING_NEW = 1;
    private static final int UNUSABLE = 2;

    private final List<Advisory> advisories = new ArrayList<>();
    private final PrintStream out;

    private Comparison(PrintStream out) {
        this.out = out;
    }

    /** {@code BOM DECISION ADVISORIES…}: folders, {@code .json} files or {@code .zip} files of advisories. */
    public static void main(String[] args) {
        System.exit(run(args, System.out));
    }

    /** Exit code 0: all that is affected stands in the decision; 1: something does not; 2: cannot be compared. */
    static int run(String[] args, PrintStream out) {
        if (args.length < 3) {
            out.println("usage: BOM DECISION FOLDER|FILE.json|FILE.zip…");
            return UNUSABLE;
        }
        try {
            Comparison comparison = new Comparison(out);
            for (String source : List.of(args).subList(2, args.length)) {
                comparison.read(Path.of(source));
            }
            return comparison.compare(Component.in(Path.of(args[0])), Files.readString(Path.of(args[1])));
        } catch (IOException unreadable) {
            out.println("cannot be compared: " + unreadable.getMessage());
            return UNUSABLE;
        }
    }

    private int compare(List<Component> components, String decision) {
        int unknown = 0;
        for (Advisory advisory : advisories) {
            boolean known = advisory.names().stream().anyMatch(decision::contains);
            for (Component component : components) {
                if (advisory.concerns(component)) {
                    unknown += known ? 0 : 1;
                    out.printf(
                            "%s %s %s %s: %s%n",
                            known ? "decided" : "NEW    ",
                            component.name(),
                            component.version(),
                            String.join(" ", advisory.names()),
                            advisory.summary());
                }
            }
        }
        long nameless =
                advisories.stream().filter(each -> !each.namesPackages()).count();
        out.printf(
                "%d libraries compared with %d advisories; %d of them name no package and were passed over%n",
                components.size(), advisories.size(), nameless);
        return unknown == 0 ? NOTHING_NEW : SOMETHING_NEW;
    }

    private void read(Path source) throws IOException {
        if (Files.isDirectory(source)) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    read(file, Files.readAllBytes(file));
                }
            }
        } else if (source.toString().endsWith(".zip")) {
            readZip(source);
        } else {
            read(source, Files.readAllBytes(source));
        }
    }

    private void readZip(Path zip) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(".json")) {
                    read(zip.resolve(entry.getName()), entries.readAllBytes());
                }
            }
        }
    }

    /** JSON that is no advisory is passed over: folders of advisories have indexes beside them. */
    private void read(Path source, byte[] json) throws IOException {
        try {
            JsonNode node = JSON.readTree(json);
            if (node.has("id") && node.has("affected")) {
                advisories.add(Advisory.of(node));
            }
        } catch (IOException broken) {
            throw new IOException(source + " is no JSON", broken);
        }
    }
}
