/**
 * The tab Backups: how far back one can go, and what would be lost if this server died now. Here is
 * its door, with the page that ties its rooms to each other; the rooms don't know it.
 */
@NullMarked
package dev.howdah.ui.backups;

import org.jspecify.annotations.NullMarked;
