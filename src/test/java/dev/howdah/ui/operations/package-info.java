/** Tests of what the window says about providers' work. */
@NullMarked
package dev.howdah.ui.operations;

import org.jspecify.annotations.NullMarked;
