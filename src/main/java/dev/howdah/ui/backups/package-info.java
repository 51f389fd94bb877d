/** The tab Backups: what would be lost if this server died now. */
@NullMarked
package dev.howdah.ui.backups;

import org.jspecify.annotations.NullMarked;
