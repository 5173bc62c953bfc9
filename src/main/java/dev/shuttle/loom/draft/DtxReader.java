package dev.shuttle.loom.draft;

import dev.shuttle.loom.colour.Rgb;
import dev.shuttle.loom.draft.DraftException.Code;
import dev.shuttle.loom.weave.BitGrid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads DTX with a lift plan. It shares nothing with {@link DtxWriter}, so that each finds the other's mistakes. */
public final class DtxReader {
    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    private DtxReader(String text) {
        List<String> section = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("@@")) {
                section = new ArrayList<>();
                sections.put(line.substring(2).toLowerCase(Locale.ROOT), section);
            } else if (!line.isEmpty()) {
                section.add(line);
            }
        }
    }

    /**
     * The draft of a whole file.
     *
     * @throws DraftException where it is none, or where its parts do not go together
     */
    public static Draft read(byte[] file) throws DraftException {
        DtxReader reader = new DtxReader(new String(file, StandardCharsets.ISO_8859_1));
        if (!reader.sections.containsKey("startdtx") || !reader.sections.containsKey("liftplan")) {
            throw new DraftException(Code.NOT_A_DRAFT, "no DTX with a lift plan");
        }
        try {
            return reader.draft();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new DraftException(Code.BAD_DRAFT, "its parts do not go together: " + e.getMessage());
        }
    }

    private Draft draft() {
        List<Integer> shaftOfEnd = numbers("threading");
        List<String> rows = section("liftplan");
        BitGrid threading = new BitGrid(shaftOfEnd.size(), info("shafts"));
        for (int end = 0; end < shaftOfEnd.size(); end++) {
            if (shaftOfEnd.get(end) > info("shafts")) {
                throw new IllegalArgumentException("end " + (end + 1) + " on shaft " + shaftOfEnd.get(end));
            }
            threading.set(end, shaftOfEnd.get(end) - 1);
        }
        BitGrid lifts = new BitGrid(rows.size(), info("shafts"));
        for (int pick = 0; pick < rows.size(); pick++) {
            for (int shaft = 0; shaft < info("shafts"); shaft++) {
                if (rows.get(pick).charAt(shaft) == '1') {
                    lifts.set(pick, shaft);
                }
            }
        }
        if (shaftOfEnd.size() != info("ends") || rows.size() != info("picks")) {
            throw new IllegalArgumentException(shaftOfEnd.size() + " ends and " + rows.size() + " picks");
        }
        String title = String.join(" ", section("description"));
        return new Draft(title, threading, lifts, colours("warp colors"), colours("weft colors"), 0, 0);
    }

    private List<String> section(String name) {
        return sections.getOrDefault(name, List.of());
    }

    private int info(String word) {
        return section("info").stream()
                .filter(line -> line.startsWith("%%" + word + " "))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(word.length() + 3).strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no number of " + word));
    }

    private List<Integer> numbers(String name) {
        return section(name).stream()
                .flatMap(line -> List.of(line.split("\\s+")).stream())
                .map(Integer::valueOf)
                .toList();
    }

    private List<Rgb> colours(String name) {
        List<Rgb> palette =
                section("color palet").stream().map(DtxReader::colour).toList();
        return numbers(name).stream().map(palette::get).toList();
    }

    private static Rgb colour(String line) {
        String[] parts = line.split(",", -1);
        return new Rgb(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
