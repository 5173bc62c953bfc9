package dev.shuttle.recipe;

/**
 * One key.
 *
 * @param required whether a mapping must have it
 * @param about what it is for, as editors show it
 */
record Key(String name, Rule rule, boolean required, String about) {
    Key(String name, Rule rule, String about) {
        this(name, rule, false, about);
    }
}
