/** What is cleared away when its time is over: results, and what ended jobs left. Knows no Camel and no HTTP. */
@NullMarked
package dev.shuttle.retention;

import org.jspecify.annotations.NullMarked;
