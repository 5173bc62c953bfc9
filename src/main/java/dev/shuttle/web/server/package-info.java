/**
 * The server for browsers and programs: who may, uploads to the disk, pages, event streams, errors as problem JSON.
 * May not know: jobs, Camel, loom, cloud, commands, program.
 */
@NullMarked
package dev.shuttle.web.server;

import org.jspecify.annotations.NullMarked;
