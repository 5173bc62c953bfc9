package dev.shuttle.loom.cloth;

import dev.shuttle.loom.colour.Rgb;

/**
 * How much of one yarn one repeat takes.
 *
 * @param system which threads
 * @param number of the weft, or of the warp in a group, from 0
 * @param threads ends or picks
 * @param tex grams per km, assumed from the density
 * @param metres with crimp and waste
 * @param grams with crimp and waste
 */
public record YarnUse(
        YarnSystem system, int number, Rgb colour, long threads, double tex, double metres, double grams) {}
