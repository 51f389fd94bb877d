package dev.howdah.ui.users.manyusers;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a pasted list of users, and whether it can be used.
 *
 * @param number where it stands, from 1
 * @param name as far as it can be read; never a password
 * @param verdict a sentence or a few words
 */
record ManyUsersLine(
        int number, String name, Optional<Instant> expiry, boolean isGood, String verdict) {}
