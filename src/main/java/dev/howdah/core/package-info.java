/** Words everybody uses: readings, problems, texts, quantities, secrets. */
@NullMarked
package dev.howdah.core;

import org.jspecify.annotations.NullMarked;
