/** Pictures for people: comparison, preview, the cloth. May not know: formats, files. */
@NullMarked
package dev.shuttle.loom.render;

import org.jspecify.annotations.NullMarked;
