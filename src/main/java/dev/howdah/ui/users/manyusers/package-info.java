/** The form in which a pasted list becomes users. */
@NullMarked
package dev.howdah.ui.users.manyusers;

import org.jspecify.annotations.NullMarked;
