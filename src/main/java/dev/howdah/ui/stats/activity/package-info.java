/** The panel of sessions: who works on the server now, one by one or in groups. */
@NullMarked
package dev.howdah.ui.stats.activity;

import org.jspecify.annotations.NullMarked;
