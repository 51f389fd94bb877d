/** Backups as a provider has them, their files, and how far back one can go. */
@NullMarked
package dev.howdah.provider.backup;

import org.jspecify.annotations.NullMarked;
