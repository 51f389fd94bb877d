/** The lab's sample database: the services of a web shop, a schema for each. */
@NullMarked
package dev.howdah.lab.sample;

import org.jspecify.annotations.NullMarked;
