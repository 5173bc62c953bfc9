package dev.shuttle.recipe;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a key's value may be. */
sealed interface Rule {
    /** The rule in words, after "allowed is". */
    String allowed();

    /** A whole number. */
    record Whole(int least, int most) implements Rule {
        @Override
        public String allowed() {
            return "a whole number from " + least + " to " + most;
        }
    }

    /** A number. */
    record Real(double least, double most) implements Rule {
        @Override
        public String allowed() {
            return "a number from " + least + " to " + most;
        }
    }

    /** One of some words. */
    record Choice(List<String> words) implements Rule {
        @Override
        public String allowed() {
            return "one of " + String.join(", ", words);
        }
    }

    /** true or false. */
    record Flag() implements Rule {
        @Override
        public String allowed() {
            return "true or false";
        }
    }

    /** Any text that is not blank, to this many characters. */
    record Text(int most) implements Rule {
        @Override
        public String allowed() {
            return "a text of 1 to " + most + " characters";
        }
    }

    /** A text of a form. */
    record Form(String pattern, String allowed) implements Rule {}

    /**
     * A text of a form that names something there is.
     *
     * @param exists whether there is
     */
    record Named(String pattern, String allowed, Predicate<String> exists) implements Rule {}

    /** A list. */
    record Several(Rule each, int least, int most, boolean repeats) implements Rule {
        /** Each of them once. */
        Several(Rule each, int least, int most) {
            this(each, least, most, false);
        }

        @Override
        public String allowed() {
            return "a list of " + least + " to " + most + ", each " + each.allowed();
        }
    }

    /** One word, or a plain value of another kind. */
    record WordOr(String word, Rule number) implements Rule {
        @Override
        public String allowed() {
            return word + ", or " + number.allowed();
        }
    }

    /** A text of one kind, or a list. */
    record Either(Rule text, Several list) implements Rule {
        @Override
        public String allowed() {
            return text.allowed() + ", or " + list.allowed();
        }
    }

    /**
     * Keys that are not known beforehand, each with a text.
     *
     * @param allowed in words
     * @param key what a key is, a text
     * @param value what stands beside it, a text
     * @param most how many, 1 at least
     */
    record Pairs(String allowed, Rule key, Rule value, int most) implements Rule {}

    /**
     * Keys of its own.
     *
     * @param together what is wrong with the values among each other; null where nothing is
     */
    record Fields(Keys keys, Function<Map<String, Object>, @Nullable String> together) implements Rule {
        @Override
        public String allowed() {
            return "the keys " + String.join(", ", keys.names());
        }
    }
}
