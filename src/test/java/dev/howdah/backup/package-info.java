/** Tests of what is done with files of backups. */
@NullMarked
package dev.howdah.backup;

import org.jspecify.annotations.NullMarked;
