/** What is measured of the lab's servers. */
@NullMarked
package dev.howdah.lab.metrics;

import org.jspecify.annotations.NullMarked;
