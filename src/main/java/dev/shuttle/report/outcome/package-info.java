/**
 * What a job, its report, REST and the commands have in common: the road a picture took, a try with the cloud, a
 * problem; and how they are written as JSON. May not know: jobs, reports, Camel, HTTP, cloud, loom, recipes, settings,
 * commands, program.
 */
@NullMarked
package dev.shuttle.report.outcome;

import org.jspecify.annotations.NullMarked;
