/**
 * The tab Stats: sessions, locks, statements and charts of one server. Here is its door; each panel
 * has a room of its own.
 */
@NullMarked
package dev.howdah.ui.stats;

import org.jspecify.annotations.NullMarked;
