package dev.howdah.pg.settings;

import java.util.Optional;

/**
 * What our role may do about one parameter, and where it is set by now.
 *
 * @param name of the parameter
 * @param role that we are logged in as
 * @param superuser whether we may do everything
 * @param altersSystem whether we may change it for the whole server (superuser, or from 15 on by
 *     GRANT ALTER SYSTEM)
 * @param setsSuperuserOnes whether we may set it where only superusers may by default (from 15 on
 *     by GRANT SET)
 * @param ownsDatabase whether we may change what holds for the database
 * @param reloads whether we may have the server read its configuration again
 * @param inRecovery whether it is a standby, whose databases and roles can't be changed
 * @param systemIsKnown whether {@code systemValue} could be looked up; only superusers may
 * @param systemValue in postgresql.auto.conf; empty when it isn't set there
 * @param restoring where {@code systemValue} is not known: what brings back what counts now by the
 *     configuration files, as far as the server tells it
 * @param databaseValue empty when it isn't set there
 * @param roleValue for the role in every database; empty when it isn't set there
 * @param provider that a role of its own betrays, like "Amazon RDS"; empty when none does
 */
public record ParameterFacts(
        String name,
        String database,
        String role,
        boolean superuser,
        boolean altersSystem,
        boolean setsSuperuserOnes,
        boolean ownsDatabase,
        boolean reloads,
        boolean inRecovery,
        boolean systemIsKnown,
        Optional<String> systemValue,
        Optional<Restoring> restoring,
        Optional<String> databaseValue,
        Optional<String> roleValue,
        Optional<String> provider) {

    /**
     * What to do to postgresql.auto.conf so that the same counts again.
     *
     * @param value to set there; empty to reset it
     */
    public record Restoring(Optional<String> value) {}

    /** What is set at this place; empty when nothing is, or we may not know. */
    public Optional<String> valueAt(ParameterPlace place) {
        return switch (place) {
            case SYSTEM -> systemValue;
            case DATABASE -> databaseValue;
            case ROLE -> roleValue;
        };
    }

    /** Whether {@link #valueAt} tells the truth. */
    public boolean knows(ParameterPlace place) {
        return place != ParameterPlace.SYSTEM || systemIsKnown;
    }
}
