/** Files of backups on this desktop: fetched, proven whole, and the moment to go back to. */
@NullMarked
package dev.howdah.backup;

import org.jspecify.annotations.NullMarked;
