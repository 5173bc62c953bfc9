/** What an operator should hear of, told once an event and not once a job. Knows no Camel, no HTTP and no key. */
@NullMarked
package dev.shuttle.alert;

import org.jspecify.annotations.NullMarked;
