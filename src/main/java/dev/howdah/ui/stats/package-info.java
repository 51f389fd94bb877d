/** The Stats tab: sessions, locks, statements and charts of one server. */
@NullMarked
package dev.howdah.ui.stats;

import org.jspecify.annotations.NullMarked;
