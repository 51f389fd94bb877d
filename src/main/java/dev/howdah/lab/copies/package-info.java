/** Clusters beside the lab's own: restored from its archive, or filled from a file. */
@NullMarked
package dev.howdah.lab.copies;

import org.jspecify.annotations.NullMarked;
