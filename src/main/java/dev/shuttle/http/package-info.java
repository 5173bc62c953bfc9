/** The server for browsers and programs: who may, uploads to the disk, pages, event streams, errors as problem JSON. Knows no job and no Camel. */
@NullMarked
package dev.shuttle.http;

import org.jspecify.annotations.NullMarked;
