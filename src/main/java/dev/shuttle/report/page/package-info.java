/**
 * What the program's pages are made of: templates that escape, texts in two languages, figures, styles and scripts
 * under a strict policy. May not know: jobs, reports, Camel, HTTP, cloud, loom, settings, commands, program.
 */
@NullMarked
package dev.shuttle.report.page;

import org.jspecify.annotations.NullMarked;
