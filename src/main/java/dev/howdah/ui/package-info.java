/** The stairs: what every tab uses to show and to ask. */
@NullMarked
package dev.howdah.ui;

import org.jspecify.annotations.NullMarked;
