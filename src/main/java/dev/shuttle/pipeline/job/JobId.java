package dev.shuttle.pipeline.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A job's name: the second it was made in (UTC) and six random letters, so that names sort by age and people can read them out.
 *
 * @param value such as {@code 261122-131145-k3f9xq}; safe in file names and addresses
 */
public record JobId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("\\d{6}-\\d{6}-[0-9a-z]{6}");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    /** Crockford's letters: none that is taken for another. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    /** Takes a name in its written form. */
    @JsonCreator
    public JobId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a job id: " + value);
        }
    }

    /** A new name. Its uniqueness is the caller's to check. */
    public static JobId next(Instant now, RandomGenerator random) {
        StringBuilder id = new StringBuilder(SECOND.format(now)).append('-');
        for (int i = 0; i < 6; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new JobId(id.toString());
    }

    /** The second it was made in; the epoch where its digits are no date. */
    public Instant madeAt() {
        try {
            return SECOND.parse(value.substring(0, value.lastIndexOf('-')), Instant::from);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /** Whether a text has the form of a job's name. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
