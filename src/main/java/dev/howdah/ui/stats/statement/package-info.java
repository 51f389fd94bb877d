/** One statement: its line, words, figures and page. */
@NullMarked
package dev.howdah.ui.stats.statement;

import org.jspecify.annotations.NullMarked;
