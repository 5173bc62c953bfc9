/** The pages in a real browser: walked through, looked at, and checked for accessibility. */
@NullMarked
package dev.shuttle.browser;

import org.jspecify.annotations.NullMarked;
