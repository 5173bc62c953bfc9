/**
 * Adapters between Camel and the parts that know no Camel: the HTTP client, the server, FTP and SFTP. What happens
 * stands in the routes. May not know: commands, program, loom.
 */
@NullMarked
package dev.shuttle.camel;

import org.jspecify.annotations.NullMarked;
