/** Tests of the trial of allowlists. */
@NullMarked
package dev.howdah.provider.trial;

import org.jspecify.annotations.NullMarked;
