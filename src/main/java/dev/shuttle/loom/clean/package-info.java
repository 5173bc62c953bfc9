/** No region below the smallest one a weaver accepts. May not know files, styles or fabrics. */
@NullMarked
package dev.shuttle.loom.clean;

import org.jspecify.annotations.NullMarked;
