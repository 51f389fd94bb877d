/** The floor that tests stand on: real servers of every supported major version. */
@NullMarked
package dev.howdah.testing;

import org.jspecify.annotations.NullMarked;
