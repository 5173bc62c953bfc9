/** What the REST endpoints answer: jobs, files, styles, status, progress. Knows no Camel and no server. */
@NullMarked
package dev.shuttle.api;

import org.jspecify.annotations.NullMarked;
