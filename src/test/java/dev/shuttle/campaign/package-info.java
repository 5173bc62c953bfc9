/** Long trials of the real program against the laws, started by {@code docs/campaigns/run.sh}; their short forms are tests. */
@NullMarked
package dev.shuttle.campaign;

import org.jspecify.annotations.NullMarked;
