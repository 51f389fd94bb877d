/** The form in which a change is shown before it is made. */
@NullMarked
package dev.howdah.ui.confirm;

import org.jspecify.annotations.NullMarked;
