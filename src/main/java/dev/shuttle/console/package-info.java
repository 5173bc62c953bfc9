/** Hawtio, and who may do what in it. Knows no job: it shows what is registered as MBeans. */
@NullMarked
package dev.shuttle.console;

import org.jspecify.annotations.NullMarked;
