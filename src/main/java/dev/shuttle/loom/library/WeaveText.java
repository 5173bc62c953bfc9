package dev.shuttle.loom.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.loom.weave.BitGrid;
import dev.shuttle.loom.weave.UnitWeave;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Weaves as rows of text, the top row first: {@code X} or {@code 1} where the end is up, {@code .} or {@code 0} where it is
 * down. A line {@code # weave: NAME} names the weave below it, other lines that begin with # are for people, and a blank
 * line ends a weave.
 */
final class WeaveText {
    private static final Pattern NAME = Pattern.compile("#\\s*weave\\s*[:：]\\s*(.+)");
    private static final Pattern ROW = Pattern.compile("[Xx1.0]+");

    private final String file;
    private final List<UnitWeave> weaves = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private String name = "";

    private WeaveText(String file) {
        this.file = file;
    }

    static List<UnitWeave> read(String file, byte[] bytes) throws WeaveException {
        WeaveText text = new WeaveText(file);
        int number = 0;
        for (String line : text(bytes).lines().toList()) {
            number++;
            text.line(line.strip(), number);
        }
        text.end();
        if (text.weaves.isEmpty()) {
            throw new WeaveException(file + " holds no weave", "write rows of X (end up) and . (end down)");
        }
        return text.weaves;
    }

    /** Chinese editors write GBK. */
    private static String text(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    private void line(String line, int number) throws WeaveException {
        Matcher named = NAME.matcher(line);
        if (named.matches()) {
            end();
            name = named.group(1).strip();
        } else if (line.isEmpty()) {
            end();
        } else if (!line.startsWith("#")) {
            boolean isRow = ROW.matcher(line).matches();
            if (!isRow || (!rows.isEmpty() && rows.get(0).length() != line.length())) {
                throw new WeaveException(
                        file + ", line " + number + ": "
                                + (isRow
                                        ? "has " + line.length() + " ends, and the row above has "
                                                + rows.get(0).length()
                                        : "is no row of a weave"),
                        "rows are as long as one another, of X or 1 (end up) and . or 0 (end down); # begins a remark");
            }
            rows.add(line);
        }
    }

    private void end() throws WeaveException {
        if (!rows.isEmpty()) {
            BitGrid up = new BitGrid(rows.size(), rows.get(0).length());
            for (int line = 0; line < up.rows(); line++) {
                for (int end = 0; end < up.columns(); end++) {
                    if ("Xx1".indexOf(rows.get(line).charAt(end)) >= 0) {
                        up.set(line, end);
                    }
                }
            }
            weaves.add(WeaveFile.repeat(name.isEmpty() ? file : file + "#" + name, up));
            name = "";
        }
        rows.clear();
    }
}
