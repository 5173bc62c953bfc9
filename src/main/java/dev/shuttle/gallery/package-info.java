/**
 * The gallery of all finished jobs: {@code outbox/index.html} and its data in {@code outbox/gallery/}. Made from reports
 * alone, so it can always be made anew. Knows no job under way, no journal and no HTTP.
 */
@NullMarked
package dev.shuttle.gallery;

import org.jspecify.annotations.NullMarked;
