/** What the panels of the Overview have in common. */
@NullMarked
package dev.howdah.ui.overview.panel;

import org.jspecify.annotations.NullMarked;
