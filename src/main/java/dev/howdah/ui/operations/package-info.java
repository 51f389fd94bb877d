/** What providers are working on, on every open server. */
@NullMarked
package dev.howdah.ui.operations;

import org.jspecify.annotations.NullMarked;
