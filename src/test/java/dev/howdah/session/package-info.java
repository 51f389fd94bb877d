/** Tests of an open server: its history and its loops. */
@NullMarked
package dev.howdah.session;

import org.jspecify.annotations.NullMarked;
