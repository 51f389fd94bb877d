/** Going back to a moment: which one is meant, what that costs, and the asking for it. */
@NullMarked
package dev.howdah.ui.backups.recovery;

import org.jspecify.annotations.NullMarked;
