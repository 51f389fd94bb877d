/** The tab Advanced Settings: parameters and extensions. */
@NullMarked
package dev.howdah.ui.settings;

import org.jspecify.annotations.NullMarked;
