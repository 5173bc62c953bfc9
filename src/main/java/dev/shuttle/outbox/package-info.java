/** The outbox: results appear in it whole or not at all, each job in exactly one place. Knows no Camel and no HTTP. */
@NullMarked
package dev.shuttle.outbox;

import org.jspecify.annotations.NullMarked;
