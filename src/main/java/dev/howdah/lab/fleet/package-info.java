/** The nodes of the lab's service: who leads, who follows, and how each is brought there. */
@NullMarked
package dev.howdah.lab.fleet;

import org.jspecify.annotations.NullMarked;
