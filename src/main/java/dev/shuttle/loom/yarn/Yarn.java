package dev.shuttle.loom.yarn;

import dev.shuttle.loom.colour.Rgb;

/**
 * One yarn of a card.
 *
 * @param name as the card has it, a number or a word; empty where it has none
 */
public record Yarn(String name, Rgb colour) {}
