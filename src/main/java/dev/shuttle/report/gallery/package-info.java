/**
 * The gallery of all finished jobs, {@code outbox/index.html} and its data, made from reports alone, so that it can
 * always be made anew. May not know: jobs, Camel, HTTP, cloud, loom, settings, commands, program.
 */
@NullMarked
package dev.shuttle.report.gallery;

import org.jspecify.annotations.NullMarked;
