package dev.howdah.ui.users.manyusers;

import dev.howdah.core.Secret;
import dev.howdah.core.change.ChangeOutcome;

/**
 * Users that were just made together.
 *
 * @param passwords a line for each: its name, a tab, its password; wiped when the form is closed
 * @param count how many were asked for
 */
record MadeUsers(ChangeOutcome outcome, Secret passwords, int count) {}
