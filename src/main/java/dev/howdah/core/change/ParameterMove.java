package dev.howdah.core.change;

import java.util.Optional;

/**
 * A parameter of PostgreSQL that is set at one place, so that it can be told later whether somebody
 * else has set it since.
 *
 * @param place where, by the name that who describes the change has for it
 * @param of the database or role at that place; empty for the whole server
 * @param from what is set there before; empty when nothing is
 * @param to what is set there afterwards; empty when nothing is
 */
public record ParameterMove(
        String parameter, String place, String of, Optional<String> from, Optional<String> to) {}
