package dev.howdah.ui.users.places;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.pg.roles.DatabasesSnapshot;
import dev.howdah.pg.roles.DatabasesSnapshot.DatabaseRow;
import dev.howdah.pg.roles.newuser.NewUser.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where new users may work: databases of one server and schemas in them, read and chosen. */
public final class NewUserPlaces {
    private final NewUserSource source;
    private final Executor background;
    private final Executor uiThread;
    private final List<DatabaseChoice> databases = new ArrayList<>();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean choseOnce;

    public NewUserPlaces(NewUserSource source, Executor background, Executor uiThread) {
        this.source = source;
        this.background = background;
        this.uiThread = uiThread;
    }

    /** Asks the server which databases there are. Returns at once. */
    public void read() {
        background.execute(() -> {
            try {
                DatabasesSnapshot found = source.databases();
                uiThread.execute(() -> show(found));
            } catch (ProblemException e) {
                uiThread.execute(() -> problem.set(Optional.of(e.problem())));
            }
        });
    }

    private void show(DatabasesSnapshot found) {
        problem.set(Optional.empty());
        List<DatabaseChoice> newest = new ArrayList<>();
        for (DatabaseRow row : found.databases()) {
            DatabaseChoice choice = find(row.name()).orElseGet(() -> new DatabaseChoice(row));
            choice.becomes(row);
            newest.add(choice);
        }
        databases.clear();
        databases.addAll(newest);
        if (!choseOnce) {
            choseOnce = true;
            find(home()).ifPresent(choice -> choice.choose(true));
        }
        changed();
    }

    /** Asks for the schemas of a database, once. Returns at once. */
    public void readSchemas(DatabaseChoice database) {
        if (database.schemas().isPresent() || !database.isReachable()) {
            return;
        }
        background.execute(() -> {
            try {
                List<String> names = source.schemas(database.name());
                uiThread.execute(() -> {
                    database.has(names);
                    changed();
                });
            } catch (ProblemException e) {
                uiThread.execute(() -> {
                    database.failed(e.problem().sentence());
                    changed();
                });
            }
        });
    }

    public void choose(DatabaseChoice database, boolean wanted) {
        database.choose(wanted);
        changed();
    }

    public void choose(DatabaseChoice database, String schema, boolean wanted) {
        database.choose(schema, wanted);
        changed();
    }

    /** Only home, as at first. */
    public void startOver() {
        databases.forEach(each -> each.choose(each.name().equals(home())));
        changed();
    }

    private void changed() {
        version.set(version.get() + 1);
    }

    /** The database that we are connected to. */
    String home() {
        return source.address().database();
    }

    private Optional<DatabaseChoice> find(String name) {
        return databases.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** By name. */
    public List<DatabaseChoice> databases() {
        return List.copyOf(databases);
    }

    public List<Scope> scopes() {
        return databases.stream().flatMap(each -> each.scope().stream()).toList();
    }

    /** Another number whenever something here is different. */
    public ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    /** Why the databases could not be read; empty when they could. */
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }
}
