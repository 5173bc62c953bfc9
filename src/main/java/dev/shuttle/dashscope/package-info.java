/**
 * The client of DashScope's image-edit service: what is sent, what an answer means, and when to ask again.
 *
 * <p>It knows no Camel, no files, no journal and no HTTP library: one HTTP exchange is the {@link dev.shuttle.dashscope.Wire}.
 */
@NullMarked
package dev.shuttle.dashscope;

import org.jspecify.annotations.NullMarked;
