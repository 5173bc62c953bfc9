/**
 * What is wrong with this installation, its network or its account: checks whose findings say what to do. It reads what is there and
 * changes nothing of it; it knows neither Camel nor the running program.
 */
@NullMarked
package dev.shuttle.doctor;

import org.jspecify.annotations.NullMarked;
