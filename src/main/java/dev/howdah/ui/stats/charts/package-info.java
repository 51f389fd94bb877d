/** The panel of charts: how a server fared over time. */
@NullMarked
package dev.howdah.ui.stats.charts;

import org.jspecify.annotations.NullMarked;
