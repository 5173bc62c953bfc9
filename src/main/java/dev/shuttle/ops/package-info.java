/** What operators see and do: MBeans, health, metrics. It looks at the program, and the program does not know it. */
@NullMarked
package dev.shuttle.ops;

import org.jspecify.annotations.NullMarked;
