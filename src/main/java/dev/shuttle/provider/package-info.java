/**
 * The client of DashScope's image-edit service: what is sent, what an answer means, and when to ask again. One HTTP
 * exchange is the {@link dev.shuttle.provider.Wire}. May not know: Shuttle, files, Camel, HTTP.
 */
@NullMarked
package dev.shuttle.provider;

import org.jspecify.annotations.NullMarked;
