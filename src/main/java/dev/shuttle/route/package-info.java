/** Thin adapters between Camel's exchanges and the parts that know no Camel. What happens stands in the routes, not here. */
@NullMarked
package dev.shuttle.route;

import org.jspecify.annotations.NullMarked;
