/**
 * The trial of what can lock us out: logins that prove it, the person who keeps it, the way back.
 */
@NullMarked
package dev.howdah.provider.trial.guard;

import org.jspecify.annotations.NullMarked;
