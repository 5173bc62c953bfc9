/**
 * What the REST endpoints answer: jobs, files, styles, status, progress. May not know: Camel, Jetty, cloud, commands,
 * program.
 */
@NullMarked
package dev.shuttle.web.api;

import org.jspecify.annotations.NullMarked;
