/** The lab's backups and WAL as a whole: kept for as long as the plan says, and gone back to. */
@NullMarked
package dev.howdah.lab.archive;

import org.jspecify.annotations.NullMarked;
