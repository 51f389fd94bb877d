/** What providers and the lab are working on, and what can be done about it. */
@NullMarked
package dev.howdah.ui.operations;

import org.jspecify.annotations.NullMarked;
