/**
 * Alerts to operators, one for each event and not for each job. May not know: Camel, network, loom,
 * commands, program.
 */
@NullMarked
package dev.shuttle.ops.alert;

import org.jspecify.annotations.NullMarked;
