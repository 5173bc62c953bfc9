/**
 * Services that make pictures of pictures, behind one seam: what a provider can do, what is sent, what an answer means, when to ask again.
 * One HTTP exchange is the {@link dev.shuttle.provider.Wire}. May not know: Shuttle, files, Camel, HTTP.
 */
@NullMarked
package dev.shuttle.provider;

import org.jspecify.annotations.NullMarked;
