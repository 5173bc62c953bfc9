package dev.shuttle.ops.alert;

import java.util.Locale;

/** What an alert is about. */
public enum Event {
    /** The cloud failed too often; pictures are made without it, or held. */
    BREAKER_OPEN("warning"),
    /** The account or its key is refused; nothing comes from the cloud until somebody acts. */
    ACCOUNT_REFUSED("critical"),
    /** The account's quota is used up. */
    QUOTA_EXHAUSTED("critical"),
    /** A disk has less room than is wanted. */
    DISK_LOW("critical"),
    /** Jobs ended without a picture, through no fault of their input. */
    JOBS_FAILED("error"),
    /** One address shows wrong tokens or passwords again and again. */
    SIGN_IN_REFUSED("warning"),
    /** Somebody tries whether alerts arrive. */
    TEST("info");

    private final String severity;

    Event(String severity) {
        this.severity = severity;
    }

    /** How bad it is: {@code critical}, {@code error}, {@code warning} or {@code info}. */
    public String severity() {
        return severity;
    }

    /** Which of them a refusal of the account is, by the service's code. */
    static Event ofRefusal(String code) {
        return code.toLowerCase(Locale.ROOT).contains("quota") ? QUOTA_EXHAUSTED : ACCOUNT_REFUSED;
    }
}
