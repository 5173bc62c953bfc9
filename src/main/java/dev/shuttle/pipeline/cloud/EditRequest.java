package dev.shuttle.pipeline.cloud;

import dev.shuttle.loom.colour.Rgb;

/**
 * What the cloud is asked to do with a picture.
 *
 * @param function the service's word for the kind of edit
 * @param prompt in words
 * @param strength how far from the original, 0 to 1
 * @param seed of the service's chance
 * @param ground what lies under a transparent picture
 */
public record EditRequest(String function, String prompt, double strength, int seed, Rgb ground) {}
