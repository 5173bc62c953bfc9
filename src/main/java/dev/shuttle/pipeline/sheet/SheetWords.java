package dev.shuttle.pipeline.sheet;

import dev.shuttle.loom.print.SheetBlock.Fact;
import dev.shuttle.loom.print.SheetValue;
import dev.shuttle.report.page.Text;
import dev.shuttle.report.page.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts of {@code i18n/sheet}, both languages beside one another: a mill's reader and a buyer's read one sheet. */
final class SheetWords {
    private static final List<String> LETTERS = List.of("甲 A", "乙 B", "丙 C", "丁 D", "戊 E", "己 F", "庚 G", "辛 H");

    private final Texts texts = Texts.of("sheet");

    /** A text; only once where both languages write it alike. */
    String say(String key, Object... arguments) {
        Object[] plain = Stream.of(arguments).map(String::valueOf).toArray(); // 1080, not 1,080
        Text text = texts.say(key, plain);
        return text.same() ? text.en() : text.zh() + " " + text.en();
    }

    List<String> headings(String... keys) {
        return Stream.of(keys).map(key -> say(key)).toList();
    }

    Fact fact(String key, SheetValue value) {
        return new Fact(say(key), value);
    }

    /** A field for what only a mill knows. */
    Fact blank(String key) {
        return fact(key, SheetValue.BLANK);
    }

    /** The letter of a weft: 甲 is the first, from 1. */
    static String letter(int number) {
        return LETTERS.get((number - 1) % LETTERS.size());
    }

    /** A number as it stands in the report: no more decimals than these, no zeros at its end. */
    static String number(@Nullable Number value, int decimals) {
        if (value == null) {
            return "–";
        }
        BigDecimal rounded = new BigDecimal(value.toString()).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
