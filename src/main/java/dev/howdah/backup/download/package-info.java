/**
 * Backups fetched into a folder: in parts that outlive a broken link, proven before they are named.
 */
@NullMarked
package dev.howdah.backup.download;

import org.jspecify.annotations.NullMarked;
