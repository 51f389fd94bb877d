/** What we ask a server about its parameters and extensions. */
@NullMarked
package dev.howdah.pg.settings;

import org.jspecify.annotations.NullMarked;
