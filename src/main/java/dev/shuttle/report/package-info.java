/**
 * What is reported of a job: {@code report.json} for scripts and {@code report.html} for people, both made from one
 * {@link dev.shuttle.report.Report}. May not know: jobs, Camel, HTTP, cloud, loom, recipes, settings, commands,
 * program.
 */
@NullMarked
package dev.shuttle.report;

import org.jspecify.annotations.NullMarked;
