/** Finished folders that are owed to a server. Knows the journal and the outbox; no Camel, no SFTP. */
@NullMarked
package dev.shuttle.delivery;

import org.jspecify.annotations.NullMarked;
