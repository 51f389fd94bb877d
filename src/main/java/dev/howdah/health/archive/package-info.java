/** What is judged about the archive of WAL. */
@NullMarked
package dev.howdah.health.archive;

import org.jspecify.annotations.NullMarked;
