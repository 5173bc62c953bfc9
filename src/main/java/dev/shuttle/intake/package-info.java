/** The ways in: which file is ready, whose it becomes, and whether it may go on. Knows no Camel and no HTTP. */
@NullMarked
package dev.shuttle.intake;

import org.jspecify.annotations.NullMarked;
