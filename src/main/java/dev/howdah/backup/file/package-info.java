/** A backup's file on this desktop: whether it is whole, its checksum, and the name it gets. */
@NullMarked
package dev.howdah.backup.file;

import org.jspecify.annotations.NullMarked;
