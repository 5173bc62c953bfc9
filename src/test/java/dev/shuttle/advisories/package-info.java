/** Compares what the program is made of with published advisories; started by {@code docs/security/advisories.sh}, knows nothing of the program. */
@NullMarked
package dev.shuttle.advisories;

import org.jspecify.annotations.NullMarked;
