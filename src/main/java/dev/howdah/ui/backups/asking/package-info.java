/**
 * How the pages of the tab ask: changes that are described first, work that can be stopped, and why
 * something is not offered.
 */
@NullMarked
package dev.howdah.ui.backups.asking;

import org.jspecify.annotations.NullMarked;
