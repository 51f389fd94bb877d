/** Base backups of the lab: how one is taken, kept, packed and proven to be whole. */
@NullMarked
package dev.howdah.lab.backup;

import org.jspecify.annotations.NullMarked;
