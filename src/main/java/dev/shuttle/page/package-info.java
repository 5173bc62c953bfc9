/**
 * What the program's pages are made of: templates that escape, texts in two languages, figures, styles and scripts under a
 * strict policy. Knows no job and no report.
 */
@NullMarked
package dev.shuttle.page;

import org.jspecify.annotations.NullMarked;
