/**
 * What panels need that ask the provider or the server for a change: its state, what is in the way,
 * and what goes on.
 */
@NullMarked
package dev.howdah.ui.settings.asking;

import org.jspecify.annotations.NullMarked;
