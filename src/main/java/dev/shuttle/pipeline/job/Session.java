package dev.shuttle.pipeline.job;

/**
 * A node from one start to its end.
 *
 * @param id grows with each start of any node
 */
record Session(long id, Node node) {}
