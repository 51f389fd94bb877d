/**
 * One session: its words, its page, what can be done to it, and what the panels that list sessions
 * share.
 */
@NullMarked
package dev.howdah.ui.stats.session;

import org.jspecify.annotations.NullMarked;
