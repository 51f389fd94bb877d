/** What the lab's base backups promise. */
@NullMarked
package dev.howdah.lab.backup;

import org.jspecify.annotations.NullMarked;
