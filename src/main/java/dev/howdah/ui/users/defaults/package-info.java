/** What owners give away by default of what they create later. */
@NullMarked
package dev.howdah.ui.users.defaults;

import org.jspecify.annotations.NullMarked;
