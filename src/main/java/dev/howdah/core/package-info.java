/** Words everybody uses: readings, problems, changes, secrets. */
@NullMarked
package dev.howdah.core;

import org.jspecify.annotations.NullMarked;
