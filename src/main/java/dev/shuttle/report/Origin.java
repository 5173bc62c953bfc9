package dev.shuttle.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The way a picture came in. */
public enum Origin {
    INBOX,
    FTP,
    SFTP,
    REST,
    CLI;

    /** The word in {@code report.json}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
