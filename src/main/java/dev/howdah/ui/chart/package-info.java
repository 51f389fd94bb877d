/** Lines over time, large with ends and legend or small without. */
@NullMarked
package dev.howdah.ui.chart;

import org.jspecify.annotations.NullMarked;
