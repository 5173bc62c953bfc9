/**
 * What is wrong with this installation, its network or its account: checks whose findings say what to do, and which
 * change nothing. May not know: Camel, commands, program.
 */
@NullMarked
package dev.shuttle.ops.doctor;

import org.jspecify.annotations.NullMarked;
