package dev.howdah.pg.roles.newuser;

import dev.howdah.pg.roles.step.DatabaseSteps;
import java.util.List;

/**
 * Everything that will be sent to make one user, and everything that this does not achieve. A plan
 * is made by {@link NewUsers} from what the server said; options change the plan, never its text.
 *
 * @param steps the home database first: there the role is made, in one transaction with all its
 *     rights in this database; each further database is a transaction of its own
 * @param warnings consequences, each a full sentence
 * @param leftOpen what the user lacks or may do still
 * @param bySuperuser whether we are one, who needs no membership to take everything back
 */
public record NewUserPlan(
        NewUser user,
        List<DatabaseSteps> steps,
        List<String> warnings,
        List<LeftOpen> leftOpen,
        boolean bySuperuser,
        int major) {
    public NewUserPlan {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
        leftOpen = List.copyOf(leftOpen);
    }

    /** Those in which the user works; none when it can only log in. */
    public List<String> databases() {
        return user.scopes().stream().map(NewUser.Scope::database).toList();
    }

    DatabaseSteps home() {
        return steps.getFirst();
    }

    List<DatabaseSteps> elsewhere() {
        return steps.subList(1, steps.size());
    }

    /** The exact statements, without the verifier. */
    public String preview() {
        return DatabaseSteps.preview(steps);
    }
}
