/** Point papers that come back from a paint program, read cell for cell. May not know: formats, rendering, conversion, files, weaves. */
@NullMarked
package dev.shuttle.loom.paper;

import org.jspecify.annotations.NullMarked;
