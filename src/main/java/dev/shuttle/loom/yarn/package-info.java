/** Yarn cards: which yarns there are to weave with. May not know pictures, recipes or where a card's file lies. */
@NullMarked
package dev.shuttle.loom.yarn;

import org.jspecify.annotations.NullMarked;
