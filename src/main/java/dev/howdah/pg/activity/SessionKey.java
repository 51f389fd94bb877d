package dev.howdah.pg.activity;

import java.time.Instant;
import java.util.Optional;

/**
 * Which session is meant. A process id alone is used again by the system, perhaps within the second
 * between looking and acting; together with the moment the backend started it is not.
 *
 * @param backendStart exact to the microsecond; empty when our role may not see it
 */
public record SessionKey(int pid, Optional<Instant> backendStart) {}
