package dev.shuttle.loom.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shuttle.loom.convert.grid.GridPicture;
import dev.shuttle.loom.design.PointPaper;
import dev.shuttle.loom.image.Picture;
import dev.shuttle.loom.image.PictureException;
import dev.shuttle.loom.render.Preview;
import dev.shuttle.loom.work.RowBands;
import dev.shuttle.recipe.preset.Preset;
import dev.shuttle.recipe.preset.Presets;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * {@code FOLDER OUT [PRESETS]}: every preset over every picture of a folder, to be looked at. {@code OUT} gets one PNG
 * a picture, the source first and then the presets by name, three in a row, each as it looks on the cloth, and
 * {@code index.html} with the same tiles' captions. {@code PRESETS} is a folder of more presets. Ends with 1 where a
 * file of the folder is no picture that can be read.
 */
public final class ContactSheets {
    private static final int COLUMNS = 3;
    private static final int LONGEST = 640;
    private static final int GAP = 16;
    /** Neither white nor black: a picture's own margin stays visible. */
    private static final Color TABLE = new Color(0xb8b8b8);

    private final LoomEngine engine = new LoomEngine(Runtime.getRuntime().availableProcessors());
    private final Presets presets;
    private final Path out;
    private final StringBuilder page = new StringBuilder();

    private record Tile(BufferedImage image, String caption) {}

    private ContactSheets(Presets presets, Path out) {
        this.presets = presets;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Path out = Files.createDirectories(Path.of(arguments[1]));
        Presets presets = Presets.load(Path.of(arguments.length > 2 ? arguments[2] : "presets"));
        System.exit(new ContactSheets(presets, out).all(Path.of(arguments[0])));
    }

    private int all(Path folder) throws IOException {
        int unread = 0;
        for (Path file : pictures(folder)) {
            try {
                add(file);
            } catch (PictureException e) {
                System.err.println(file.getFileName() + ": " + e.getMessage() + "; " + e.hint());
                unread = 1;
            }
        }
        Files.writeString(out.resolve("index.html"), """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <title>Contact sheets</title>
                <style>
                body { font: 14px/1.4 sans-serif; margin: 24px; }
                img { display: block; max-width: 100%%; }
                table { table-layout: fixed; width: 100%%; text-align: left; vertical-align: top; }
                </style>
                %s</html>
                """.formatted(page), UTF_8);
        return unread;
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> file.getFileName().toString().matches("(?i).+\\.(png|jpe?g|bmp|tiff?|webp|gif)"))
                    .sorted()
                    .toList();
        }
    }

    private void add(Path file) throws IOException, PictureException {
        byte[] encoded = Files.readAllBytes(file);
        List<Tile> tiles = new ArrayList<>();
        for (Preset preset : presets.all()) {
            LoomDesign design = engine.design(encoded, preset.recipe());
            if (tiles.isEmpty()) {
                tiles.add(source(design.source()));
            }
            tiles.add(new Tile(Preview.of(design.pointPaper(), LONGEST), caption(preset, design)));
        }
        String name = file.getFileName().toString();
        ImageIO.write(sheet(tiles), "png", out.resolve(name + ".png").toFile());
        describe(name, tiles);
        System.out.println(name);
    }

    private static Tile source(Picture source) {
        double scale = Math.min(1, (double) LONGEST / Math.max(source.width(), source.height()));
        int width = (int) Math.max(1, Math.round(source.width() * scale));
        int height = (int) Math.max(1, Math.round(source.height() * scale));
        Picture tile = GridPicture.of(source, width, height, new RowBands(1));
        return new Tile(
                tile.toBufferedImage(), "<b>source</b><br>%d × %d pixels".formatted(source.width(), source.height()));
    }

    private static String caption(Preset preset, LoomDesign design) {
        PointPaper paper = design.pointPaper();
        return "<b>%s</b><br>%d ends × %d lines, %d of %d colours, %d regions cleaned, %.0f ms"
                .formatted(
                        escaped(preset.name()),
                        paper.ends(),
                        paper.lines(),
                        paper.palette().size(),
                        design.coloursAsked(),
                        design.cleaning().regionsRemoved(),
                        design.timings().convert());
    }

    private static BufferedImage sheet(List<Tile> tiles) {
        int cellWidth =
                tiles.stream().mapToInt(tile -> tile.image().getWidth()).max().orElseThrow() + GAP;
        int cellHeight =
                tiles.stream().mapToInt(tile -> tile.image().getHeight()).max().orElseThrow() + GAP;
        int rows = (tiles.size() + COLUMNS - 1) / COLUMNS;
        int width = COLUMNS * cellWidth + GAP;
        int height = rows * cellHeight + GAP;
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D painter = sheet.createGraphics();
        try {
            painter.setColor(TABLE);
            painter.fillRect(0, 0, width, height);
            for (int i = 0; i < tiles.size(); i++) {
                int x = GAP + i % COLUMNS * cellWidth;
                int y = GAP + i / COLUMNS * cellHeight;
                painter.drawImage(tiles.get(i).image(), x, y, null);
            }
        } finally {
            painter.dispose();
        }
        return sheet;
    }

    private void describe(String name, List<Tile> tiles) {
        String shown = escaped(name);
        page.append("<h2>%s</h2>%n<img src=\"%s.png\" alt=\"%s\">%n<table>%n".formatted(shown, shown, shown));
        for (int i = 0; i < tiles.size(); i++) {
            page.append(i % COLUMNS == 0 ? "<tr>" : "");
            page.append("<td>").append(tiles.get(i).caption()).append("</td>\n");
        }
        page.append("</table>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
