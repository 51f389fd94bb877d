package dev.howdah.pg.roles.newuser;

import dev.howdah.pg.Sql;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.pg.roles.step.DatabaseSteps.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements that make the role itself, before it has any right. */
public final class NewRole {
    private NewRole() {}

    /** First without a password, which comes as a verifier in the same transaction. */
    static List<Step> steps(NewUser user, ScramVerifier verifier) {
        String name = SqlNames.quoted(user.name());
        NewUser.Limits limits = user.limits();
        List<Step> steps = new ArrayList<>();
        StringBuilder create = new StringBuilder("CREATE ROLE ").append(name).append(" LOGIN");
        limits.connections().ifPresent(max -> create.append(" CONNECTION LIMIT ").append(max));
        limits.expiry().ifPresent(when -> create.append(" VALID UNTIL ").append(moment(when)));
        steps.add(Step.of(create.toString()));
        steps.add(password(name, verifier));
        setting(steps, name, "statement_timeout", limits.statementTimeout());
        setting(
                steps,
                name,
                "idle_in_transaction_session_timeout",
                limits.idleInTransactionTimeout());
        setting(steps, name, "lock_timeout", limits.lockTimeout());
        if (limits.readOnlyTransactions()) {
            steps.add(
                    Step.of(
                            "ALTER ROLE %s SET default_transaction_read_only = on"
                                    .formatted(name)));
        }
        return steps;
    }

    /** The only statement that carries a verifier. */
    public static Step password(String quotedName, ScramVerifier verifier) {
        String statement = "ALTER ROLE " + quotedName + " PASSWORD ";
        return new Step(Sql.of(statement + verifier.literal()), statement + verifier);
    }

    /** A literal that means this moment whatever the session's time zone is. */
    public static String moment(Instant when) {
        return when.equals(Instant.MAX) ? "'infinity'" : "'" + when + "'";
    }

    private static void setting(
            List<Step> steps, String name, String parameter, Optional<Duration> limit) {
        limit.ifPresent(time ->
                steps.add(
                        Step.of(
                                "ALTER ROLE %s SET %s = '%dms'"
                                        .formatted(name, parameter, time.toMillis()))));
    }
}
