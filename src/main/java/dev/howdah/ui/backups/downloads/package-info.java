/** Downloads of the provider's backups, and what their files are worth. */
@NullMarked
package dev.howdah.ui.backups.downloads;

import org.jspecify.annotations.NullMarked;
