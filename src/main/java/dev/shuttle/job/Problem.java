package dev.shuttle.job;

/**
 * Why a job ended without a loom image.
 *
 * @param code stable, in capitals
 * @param message what happened, to which file
 * @param hint what to do
 */
public record Problem(String code, String message, String hint) {}
