/**
 * The images interface of OpenAI, which other servers speak in dialects of their own. May not know: Shuttle, files, Camel, HTTP.
 */
@NullMarked
package dev.shuttle.provider.openai;

import org.jspecify.annotations.NullMarked;
