package dev.shuttle.ops.doctor;

import java.util.Map;
import java.util.Optional;

/**
 * What the service allows an account, all its keys together (Model Studio, "Rate limits").
 *
 * @param submits per second
 * @param running tasks at once; 0 where none is published
 */
record Quota(int submits, int running) {
    /** Polls, lists and cancels per second, each ("Manage asynchronous tasks"). */
    static final int POLLS = 20;

    private static final Map<String, Quota> PUBLISHED = Map.of(
            "wanx2.1-imageedit", new Quota(2, 2),
            "wan2.5-i2i-preview", new Quota(5, 5),
            "wan2.6-image", new Quota(5, 5),
            "wan2.7-image", new Quota(5, 5),
            "qwen-image-edit", new Quota(2, 0),
            "qwen-image-edit-plus", new Quota(2, 0));

    static Optional<Quota> of(String model) {
        return Optional.ofNullable(PUBLISHED.get(model));
    }
}
