/** A panel and the faces it can have, alone on a page or beside others in a tab. */
@NullMarked
package dev.howdah.ui.panel;

import org.jspecify.annotations.NullMarked;
