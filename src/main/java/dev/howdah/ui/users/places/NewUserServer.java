package dev.howdah.ui.users.places;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.roles.DatabasesQuery;
import dev.howdah.pg.roles.DatabasesSnapshot;
import dev.howdah.pg.roles.SchemaNamesQuery;
import dev.howdah.pg.roles.newuser.NewUser;
import dev.howdah.pg.roles.newuser.NewUserPlan;
import dev.howdah.pg.roles.newuser.NewUsers;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.session.Session;
import java.util.List;

/** An open server, as one on which users can be made. */
public record NewUserServer(Session session) implements NewUserSource {
    private static final String USUAL_ENCODING = "UTF8";

    @Override
    public ChangeTarget target() {
        return session.target();
    }

    @Override
    public PgTarget address() {
        return session.profile().target();
    }

    @Override
    public String encoding() {
        ServerShape shape = session.shape();
        return shape == null ? USUAL_ENCODING : shape.encoding();
    }

    @Override
    public DatabasesSnapshot databases() throws ProblemException {
        return session.reader().ask(new DatabasesQuery());
    }

    @Override
    public List<String> schemas(String database) throws ProblemException {
        try (Reach.Stay stay = reach().in(database)) {
            return stay.reader().ask(new SchemaNamesQuery());
        }
    }

    @Override
    public List<NewUserPlan> plans(List<NewUser> users) throws ProblemException {
        return makers().plans(users);
    }

    @Override
    public Change change(List<NewUserPlan> plans) {
        return makers().change(plans);
    }

    private NewUsers makers() {
        return new NewUsers(reach(), target());
    }

    private Reach reach() {
        return new Reach(
                session.reader(), session.writer(), session.visits(), address().database());
    }
}
