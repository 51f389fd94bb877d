/** Proves what the console promises about reading and changing a server. */
@NullMarked
package dev.howdah.pg;

import org.jspecify.annotations.NullMarked;
