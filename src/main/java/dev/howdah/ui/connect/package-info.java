/** The dialogs in which servers are added, edited and tested, and passwords are asked for. */
@NullMarked
package dev.howdah.ui.connect;

import org.jspecify.annotations.NullMarked;
