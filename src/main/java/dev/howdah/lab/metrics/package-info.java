/** What the lab's servers take of this machine. */
@NullMarked
package dev.howdah.lab.metrics;

import org.jspecify.annotations.NullMarked;
