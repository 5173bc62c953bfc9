package dev.shuttle.report;

import org.jspecify.annotations.Nullable;

/**
 * Why a job was rejected or failed.
 *
 * @param code a stable code
 * @param message what is wrong
 * @param hint what to do about it
 */
public record Problem(String code, String message, @Nullable String hint) {}
