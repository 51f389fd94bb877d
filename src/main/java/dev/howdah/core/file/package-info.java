/** The console's own files: where they are, whole at any moment, locked, and private. */
@NullMarked
package dev.howdah.core.file;

import org.jspecify.annotations.NullMarked;
