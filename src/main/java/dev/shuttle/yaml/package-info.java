/** Small YAML files that people write, read with the line of whatever is wrong. Knows no other package. */
@NullMarked
package dev.shuttle.yaml;

import org.jspecify.annotations.NullMarked;
