package dev.shuttle.cli;

import dev.shuttle.loom.design.Recipe;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code convert} is to do.
 *
 * @param images files, or {@link #STREAM}
 * @param preset null: the configured one
 * @param output a folder, a .png or {@link #STREAM}; null: the outbox
 * @param colours null: the preset's
 * @param ticket what is wanted of all the pictures; null: nothing
 * @param machine its name; null: the ticket's or the preset's
 */
record ConvertRequest(
        List<String> images,
        @Nullable String preset,
        @Nullable String output,
        @Nullable Integer colours,
        @Nullable Path ticket,
        boolean cloud,
        @Nullable String machine) {
    /** Standard input as a picture, standard output as a result. */
    static final String STREAM = "-";

    ConvertRequest {
        images = List.copyOf(images);
    }

    /**
     * Reads the usual form, {@code [-p PRESET] [-k COLOURS] [-o OUTPUT] IMAGE…}, each word by itself and nothing wrong with
     * it. Anything else is left to picocli, whose reading of annotations takes as long as the conversion of a small
     * picture.
     */
    static Optional<ConvertRequest> plain(List<String> words) {
        List<String> images = new ArrayList<>();
        String preset = null;
        String output = null;
        String colours = null;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String value = i + 1 < words.size() ? words.get(i + 1) : "";
            boolean isOption = word.startsWith("-") && !word.equals(STREAM);
            if (!isOption) {
                images.add(word);
            } else if ((word.equals("-p") || word.equals("--preset")) && preset == null) {
                preset = value;
            } else if ((word.equals("-o") || word.equals("--output")) && output == null) {
                output = value;
            } else if ((word.equals("-k") || word.equals("--colours")) && colours == null) {
                colours = value;
            } else {
                return Optional.empty();
            }
            if (!isPlain(isOption ? value : word)) {
                return Optional.empty();
            }
            i += isOption ? 1 : 0;
        }
        return request(images, preset, output, colours);
    }

    /** Neither an option nor the name of a file with more arguments in it. */
    private static boolean isPlain(String word) {
        boolean isQuoted = word.indexOf('"') >= 0 || word.indexOf('\'') >= 0;
        boolean isOther = word.isEmpty() || word.startsWith("-") || word.startsWith("@") || isQuoted;
        return word.equals(STREAM) || !isOther;
    }

    private static Optional<ConvertRequest> request(
            List<String> images, @Nullable String preset, @Nullable String output, @Nullable String colours) {
        if (images.isEmpty() || STREAM.equals(preset) || (colours != null && !isNumber(colours))) {
            return Optional.empty();
        }
        Integer number = colours == null ? null : Integer.valueOf(colours);
        ConvertRequest request = new ConvertRequest(images, preset, output, number, null, false, null);
        return request.problem() == null ? Optional.of(request) : Optional.empty();
    }

    private static boolean isNumber(String word) {
        boolean isDigits = word.length() <= 2 && word.charAt(0) != '0';
        for (int i = 0; i < word.length(); i++) {
            isDigits &= word.charAt(i) >= '0' && word.charAt(i) <= '9';
        }
        return isDigits;
    }

    /** What makes a request for what needs no picture impossible, or null. */
    @Nullable
    String sampleProblem(String option) {
        if (!images.isEmpty()) {
            return option + " takes no picture";
        }
        if (cloud) {
            return option + " is made here, without --cloud";
        }
        return isPaper() ? option + " needs a folder: -o DIR" : common();
    }

    /** What makes the request impossible, or null. */
    @Nullable
    String problem() {
        if (images.isEmpty()) {
            return "name one picture or more";
        }
        String common = common();
        if (common != null) {
            return common;
        }
        if (images.size() > 1 && (images.contains(STREAM) || isPaper())) {
            return "one picture at a time into a stream or a .png";
        }
        for (String image : images) {
            if (!image.equals(STREAM) && !isFile(image)) {
                return image + " is not a file";
            }
        }
        return null;
    }

    private @Nullable String common() {
        if (colours != null && (colours < Recipe.FEWEST_COLOURS || colours > Recipe.MOST_COLOURS)) {
            return "-k must be 2 to 64, not " + colours;
        }
        return ticket == null || Files.isRegularFile(ticket) ? null : ticket + " is not a file";
    }

    private static boolean isFile(String image) {
        try {
            return Files.isRegularFile(Path.of(image));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private boolean isPaper() {
        return output != null && (output.equals(STREAM) || isPng(output));
    }

    private static boolean isPng(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".png");
    }

    /** Where the results go. */
    Target target() {
        boolean streamed = output == null ? images.contains(STREAM) : output.equals(STREAM);
        if (streamed) {
            return new Target.Stream();
        }
        if (output == null) {
            return new Target.Outbox();
        }
        Path path = Path.of(output);
        return isPng(output) ? new Target.Paper(path) : new Target.Folder(path, images.size() <= 1);
    }
}
