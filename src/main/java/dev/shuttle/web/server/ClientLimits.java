package dev.shuttle.web.server;

import java.time.Duration;

/**
 * What a client may take of the server, so that none keeps others out.
 *
 * @param bytesPerSecond the least rate of what they send and read
 * @param patience how long they may stand below it
 * @param head within which a request's head is complete
 * @param form within which a body is complete that is no upload
 * @param upload within which an upload is complete
 * @param connections at once; one more ends the one that waits for its client with the least patience left
 * @param perAddress the same of one address, this machine's own excepted
 */
record ClientLimits(
        long bytesPerSecond,
        Duration patience,
        Duration head,
        Duration form,
        Duration upload,
        int connections,
        int perAddress) {
    static final ClientLimits USUAL = new ClientLimits(
            1024,
            Duration.ofSeconds(20),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(30),
            1000,
            250);
}
