package dev.howdah.ui.users.places;

import dev.howdah.pg.roles.DatabasesSnapshot.DatabaseRow;
import dev.howdah.pg.roles.newuser.NewUser.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A database that a new user may be let into, with all of its schemas or with some of them.
 *
 * @see NewUserPlaces
 */
public final class DatabaseChoice {
    /** How much of it is chosen. */
    enum Tick {
        NONE,
        SOME,
        ALL
    }

    private DatabaseRow row;
    private boolean all;
    private final Set<String> some = new HashSet<>();
    private Optional<List<String>> schemas = Optional.empty();
    private String trouble = "";

    DatabaseChoice(DatabaseRow row) {
        this.row = row;
    }

    public String name() {
        return row.name();
    }

    boolean isReachable() {
        return row.reachable();
    }

    void becomes(DatabaseRow newest) {
        row = newest;
    }

    Tick tick() {
        if (all) {
            return Tick.ALL;
        }
        return some.isEmpty() ? Tick.NONE : Tick.SOME;
    }

    /** All of its schemas, or none. */
    void choose(boolean wanted) {
        all = wanted;
        some.clear();
    }

    void choose(String schema, boolean wanted) {
        if (all) {
            all = false;
            some.addAll(schemas.orElse(List.of()));
        }
        if (wanted) {
            some.add(schema);
        } else {
            some.remove(schema);
        }
        if (schemas.isPresent() && some.containsAll(schemas.get()) && !some.isEmpty()) {
            choose(true);
        }
    }

    boolean isChosen(String schema) {
        return all || some.contains(schema);
    }

    /** How many schemas are chosen, of those that were read. */
    int chosen() {
        return all ? schemas.map(List::size).orElse(0) : some.size();
    }

    /** By name; empty before they were asked for. */
    Optional<List<String>> schemas() {
        return schemas;
    }

    /** What is gone by now is chosen no longer. */
    void has(List<String> names) {
        schemas = Optional.of(List.copyOf(names));
        some.retainAll(names);
        trouble = "";
    }

    /** Why its schemas are not known, as a sentence; empty when they are or nobody asked. */
    String trouble() {
        return trouble;
    }

    void failed(String sentence) {
        trouble = sentence;
    }

    Optional<Scope> scope() {
        return switch (tick()) {
            case ALL -> Optional.of(Scope.all(name()));
            case SOME -> Optional.of(new Scope(name(), Optional.of(Set.copyOf(some))));
            case NONE -> Optional.empty();
        };
    }
}
