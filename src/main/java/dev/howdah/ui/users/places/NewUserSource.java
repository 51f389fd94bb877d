package dev.howdah.ui.users.places;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.roles.DatabasesSnapshot;
import dev.howdah.pg.roles.newuser.NewUser;
import dev.howdah.pg.roles.newuser.NewUserPlan;
import java.util.List;

/** A server on which users can be made. What reads blocks, so it is asked in the background. */
public interface NewUserSource {
    ChangeTarget target();

    /** How the server is reached; its database is home. */
    PgTarget address();

    /** Of the home database, by PostgreSQL's name; UTF8 before the first connection. */
    String encoding();

    DatabasesSnapshot databases() throws ProblemException;

    /** The schemas of a database by name. */
    List<String> schemas(String database) throws ProblemException;

    /** What would be sent for these users, at least one. */
    List<NewUserPlan> plans(List<NewUser> users) throws ProblemException;

    /** What carries plans of this server out. */
    Change change(List<NewUserPlan> plans);
}
