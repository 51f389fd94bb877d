/**
 * The list of the provider's backups: when they are made, what was proven about them, and what can
 * be done with one.
 */
@NullMarked
package dev.howdah.ui.backups.list;

import org.jspecify.annotations.NullMarked;
