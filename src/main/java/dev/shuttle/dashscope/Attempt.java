package dev.shuttle.dashscope;

import java.time.Instant;

/**
 * A try that failed, for the report.
 *
 * @param model the model's name
 * @param at when it was begun
 * @param error why
 */
public record Attempt(String model, Instant at, CloudError error) {}
