package dev.shuttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One thing has one word in our Chinese texts, the mills': pages, prints, doctor, presets and README. */
final class ChineseTermsTest {
    /** What somebody may write, and the word that is used here. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("交错次数", "交织次数 interlacings"),
            Map.entry("捆绑", "接结 to bind; 接结经 binding warp"),
            Map.entry("绑经", "接结经 binding warp"),
            Map.entry("根/厘米", "根/10cm, as on work sheets"),
            Map.entry("经/厘米", "根/10cm, as on work sheets"),
            Map.entry("浮线", "浮长 float"),
            Map.entry("纱支", "线密度 count"),
            Map.entry("支数", "线密度 count"),
            Map.entry("平方米重", "克重 g/m²"),
            Map.entry("布边", "边组织 selvedge weave, 边经 selvedge ends"),
            Map.entry("织边", "边组织 selvedge weave, 边经 selvedge ends"),
            Map.entry("样卡", "色卡 yarn card; 样卡 is the layout of hooks"),
            Map.entry("点纸", "意匠图 point paper"),
            Map.entry("方格纸", "意匠图 point paper"),
            Map.entry("综片", "综框 shaft"),
            Map.entry("一根纹针", "一根经线 end; 纹针 is a hook"),
            Map.entry("提花针", "纹针 hook"),
            Map.entry("个循环", "花回 repeat of the motif; 组织循环 of a weave"),
            Map.entry("抛弃", "抛 of 常抛 and 彩抛 throws a weft"),
            Map.entry("假定", "推定 assumed"),
            Map.entry("工艺卡", "工艺单 work sheet"),
            Map.entry("投纬", "投梭 to throw a weft"));

    private static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>(List.of(Path.of("README.zh-CN.md")));
        for (String folder : List.of("src/main/resources/i18n", "src/main/resources/presets", "src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile).forEach(texts::add);
            }
        }
        return texts;
    }

    @Test
    void oneThingHasOneWord() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : texts()) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                int number = i + 1;
                WORDS.forEach((word, right) -> {
                    if (line.contains(word)) {
                        wrong.add(file + ":" + number + " has " + word + "; here it is " + right);
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theWordsOfTheTradeAreThere() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : texts()) {
            all.append(Files.readString(file));
        }
        assertThat(all).contains("意匠图", "浮长", "接结经", "纹针", "空针", "花回", "彩抛", "常抛", "边组织", "工艺单", "用丝量", "克重");
    }
}
