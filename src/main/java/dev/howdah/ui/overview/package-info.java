/** The Overview tab: is the server well, how busy is it, what is it made of. */
@NullMarked
package dev.howdah.ui.overview;

import org.jspecify.annotations.NullMarked;
