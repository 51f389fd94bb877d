/** The line of time: what can be restored, and what happened meanwhile. */
@NullMarked
package dev.howdah.ui.backups.timeline;

import org.jspecify.annotations.NullMarked;
