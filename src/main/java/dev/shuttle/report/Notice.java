package dev.shuttle.report;

/**
 * Something that was asked for and is not in the result.
 *
 * @param code stable, in capitals: NO_STRUCTURE, TOO_MANY_SHAFTS, FEWER_COLOURS, FEWER_COLOURS_WOVEN, WEFTS_NOT_ENOUGH, WEFTS_DENSE, NO_GRADIENTS, CLOUD_UNSURE, POINT_PAPER,
 *     PAPER_UNKNOWN, PAPER_BLENDED, PAPER_NEAR, PAPER_FITTED, PAPER_RESIZED
 * @param what the ticket's words for it
 * @param message in plain English
 */
public record Notice(String code, String what, String message) {}
