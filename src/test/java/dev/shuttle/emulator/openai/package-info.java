/** Servers that speak OpenAI's images interface, as their documentation describes them. Knows nothing of the client. */
@NullMarked
package dev.shuttle.emulator.openai;

import org.jspecify.annotations.NullMarked;
