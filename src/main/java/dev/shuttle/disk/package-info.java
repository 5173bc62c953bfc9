/** Files that survive a kill and a power cut: atomic moves, forced writes, a job's own folder. Knows no job's meaning. */
@NullMarked
package dev.shuttle.disk;

import org.jspecify.annotations.NullMarked;
