/**
 * An honest local emulator of DashScope's image-editing service: what the product, its demo and its tests talk to
 * instead of the cloud. It may know the service's documented protocol, and nothing of the product's own client, of
 * Camel or of looms.
 */
@NullMarked
package dev.shuttle.emulator;

import org.jspecify.annotations.NullMarked;
