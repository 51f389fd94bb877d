/** What the lab's archive promises, on real servers. */
@NullMarked
package dev.howdah.lab.archive;

import org.jspecify.annotations.NullMarked;
