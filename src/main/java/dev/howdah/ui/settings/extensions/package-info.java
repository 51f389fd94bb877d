/** Extensions of the database: made, updated, dropped. */
@NullMarked
package dev.howdah.ui.settings.extensions;

import org.jspecify.annotations.NullMarked;
