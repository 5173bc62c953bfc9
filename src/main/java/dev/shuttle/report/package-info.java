/**
 * What a job tells: {@code report.json} for scripts and {@code report.html} for people, both made from one {@link
 * dev.shuttle.report.Report}. Plain values in: it knows no Camel, no HTTP, no journal, no service and no loom engine.
 */
@NullMarked
package dev.shuttle.report;

import org.jspecify.annotations.NullMarked;
