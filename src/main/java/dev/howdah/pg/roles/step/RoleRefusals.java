package dev.howdah.pg.roles.step;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.pg.SqlProblems;
import dev.howdah.pg.SqlState;
import java.sql.SQLException;

/** Says in words what a server means that refuses to make, change or drop a role. */
public final class RoleRefusals {
    private static final Texts TEXTS = Texts.of(RoleRefusals.class);

    private RoleRefusals() {}

    /** The problem itself when it is about something else. */
    public static Problem explained(ProblemException failure) {
        if (!(failure.getCause() instanceof SQLException cause)) {
            return failure.problem();
        }
        String key =
                switch (SqlProblems.stateOf(cause)) {
                    // raised by password rules: passwordcheck and its relatives
                    case SqlState.INVALID_PARAMETER -> "refused.byPasswordRule";
                    case SqlState.DUPLICATE_OBJECT -> "refused.exists";
                    case SqlState.RESERVED_NAME -> "refused.reserved";
                    case SqlState.DEPENDENT_OBJECTS -> "refused.depends";
                    case SqlState.NOT_PERMITTED -> "refused.notPermitted";
                    default -> "";
                };
        return key.isEmpty()
                ? failure.problem()
                : new Problem(
                        failure.problem().kind(),
                        TEXTS.text(key),
                        TEXTS.text(key + ".remedy"),
                        failure.problem().detail());
    }
}
