/** Trials on disk, each looked after by one running console. */
@NullMarked
package dev.howdah.provider.trial.folder;

import org.jspecify.annotations.NullMarked;
