package dev.shuttle.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shuttle.emulator.picture.Brush;
import dev.shuttle.emulator.picture.Margins;
import dev.shuttle.emulator.picture.Painter;
import dev.shuttle.emulator.picture.PictureFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paints results at their first download, and keeps them. */
final class ResultStore {
    /** Below this path lie results and uploads. */
    static final String PATH = "/oss";

    private static final Pattern SIZE = Pattern.compile("(\\d{2,4})\\*(\\d{2,4})");
    private static final int BLANK_SIDE = 1024;

    private final Shelf inputs;
    private final Shelf results;

    ResultStore(Shelf inputs, Shelf results) {
        this.inputs = inputs;
        this.results = results;
    }

    /** The picture as a PNG file. */
    synchronized byte[] picture(Task task, int index) {
        String name = new ResultAddress(task.id(), index).fileName();
        return results.get(name).orElseGet(() -> {
            byte[] file = PictureFile.png(painted(task.order(), index));
            results.put(name, file);
            return file;
        });
    }

    private BufferedImage painted(Order order, int index) {
        JsonNode parameters = order.parameters();
        boolean tint = "colorization".equals(order.function());
        long variation = parameters.path("seed").asLong(order.prompt().hashCode()) + index - 1;
        double amount = Math.sqrt(parameters.path("strength").asDouble(0.5));
        return Painter.paint(canvas(source(order), order), new Brush(tint ? 1 : amount, variation, tint));
    }

    /** The canvas of an order: expand adds margins, super_resolution scales, {@code size} sets the sides. */
    private static BufferedImage canvas(BufferedImage source, Order order) {
        JsonNode parameters = order.parameters();
        int width = source.getWidth();
        int height = source.getHeight();
        Matcher size = SIZE.matcher(parameters.path("size").asText(""));
        if ("expand".equals(order.function())) {
            return new Margins(
                            added(parameters, "left_scale", width),
                            added(parameters, "top_scale", height),
                            added(parameters, "right_scale", width),
                            added(parameters, "bottom_scale", height))
                    .around(source);
        } else if ("super_resolution".equals(order.function())) {
            int factor = parameters.path("upscale_factor").asInt(1);
            return Painter.resized(source, width * factor, height * factor);
        } else if (size.matches()) {
            return Painter.resized(source, Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
        }
        return source;
    }

    private static int added(JsonNode parameters, String scale, int side) {
        return (int) Math.round((parameters.path(scale).asDouble(1) - 1) * side);
    }

    private BufferedImage source(Order order) {
        String sha256 = order.pictureSha256();
        if (sha256 == null) {
            return blank(order.prompt());
        }
        try {
            return PictureFile.decode(inputs.get(sha256).orElseThrow());
        } catch (IOException undecodable) {
            throw new UncheckedIOException(undecodable);
        }
    }

    /** Without a picture there is nothing to derive from: two colours made of the prompt. */
    private static BufferedImage blank(String prompt) {
        BufferedImage blank = new BufferedImage(BLANK_SIDE, BLANK_SIDE, BufferedImage.TYPE_INT_RGB);
        int colour = prompt.hashCode() & 0x7f7f7f;
        for (int y = 0; y < BLANK_SIDE; y++) {
            for (int x = 0; x < BLANK_SIDE; x++) {
                blank.setRGB(x, y, (x / 64 + y / 64) % 2 == 0 ? colour + 0x404040 : colour + 0x606060);
            }
        }
        return blank;
    }
}
