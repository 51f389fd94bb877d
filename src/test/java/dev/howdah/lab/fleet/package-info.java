/** What the lab's control plane does, on real servers. */
@NullMarked
package dev.howdah.lab.fleet;

import org.jspecify.annotations.NullMarked;
