/** A job's way through the cloud: which model next, what is journaled when, and when to give up. Knows no Camel. */
@NullMarked
package dev.shuttle.cloud;

import org.jspecify.annotations.NullMarked;
