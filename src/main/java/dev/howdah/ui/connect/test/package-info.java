/** The test of what was typed: a visit to the server, and what it found. */
@NullMarked
package dev.howdah.ui.connect.test;

import org.jspecify.annotations.NullMarked;
