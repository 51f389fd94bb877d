/** Restoring a server into the lab, and what can be done with the copy there. */
@NullMarked
package dev.howdah.ui.backups.labrestore;

import org.jspecify.annotations.NullMarked;
