package dev.shuttle.ops.doctor;

import java.util.Map;

/**
 * A submit as it would be sent, or was.
 *
 * @param headers the key's replaced by ***
 * @param bytes of the body as it would be sent
 * @param body with each picture's base64 replaced by its length and SHA-256
 */
record RequestSample(
        String model, String method, String address, Map<String, String> headers, int bytes, Object body) {}
