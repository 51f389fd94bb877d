/**
 * Restored copies of a server: what is known of them, where they are found, and what the lab does
 * for them.
 */
@NullMarked
package dev.howdah.ui.backups.copies;

import org.jspecify.annotations.NullMarked;
