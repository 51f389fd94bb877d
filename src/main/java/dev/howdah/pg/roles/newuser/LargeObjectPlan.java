package dev.howdah.pg.roles.newuser;

import dev.howdah.core.Texts;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.pg.roles.newuser.NewUserFacts.Creator;
import dev.howdah.pg.roles.newuser.NewUserFacts.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The grants on large objects for one user in one database. They belong to no schema, and only from
 * 18 on are there default privileges for those that are made later.
 */
final class LargeObjectPlan {
    private static final Texts TEXTS = Texts.of(LargeObjectPlan.class);

    private final Database database;
    private final String grantee;
    private final String privileges;
    private final List<String> statements = new ArrayList<>();
    private final List<LeftOpen> leftOpen = new ArrayList<>();

    LargeObjectPlan(NewUser user, NewUserFacts facts) {
        database = facts.database();
        grantee = SqlNames.quoted(user.name());
        privileges = user.kind() == Kind.READ_WRITE ? "ALL" : "SELECT";
        if (facts.server().largeObjectsForAll()) {
            open("open.largeObjectsForAll", "");
        } else if (database.largeObjects() > 0 && !user.closing().largeObjects()) {
            open("open.largeObjects", "", database.largeObjects());
        } else if (database.largeObjects() > 0) {
            present();
            if (facts.server().major() >= 18) {
                later();
            } else {
                open("open.laterLargeObjects", "", database.name());
            }
        }
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    List<LeftOpen> leftOpen() {
        return List.copyOf(leftOpen);
    }

    private void present() {
        List<Long> ours = database.grantableLargeObjects();
        for (int from = 0; from < ours.size(); from += DatabasePlan.NAMES_AT_ONCE) {
            String numbers =
                    ours
                            .subList(from, Math.min(ours.size(), from + DatabasePlan.NAMES_AT_ONCE))
                            .stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
            statements.add(
                    "GRANT %s ON LARGE OBJECT %s TO %s".formatted(privileges, numbers, grantee));
        }
        if (ours.size() < database.largeObjects()) {
            open("open.largeObjects", "", database.largeObjects() - ours.size());
        }
    }

    private void later() {
        List<String> foreign = new ArrayList<>();
        for (Creator owner : database.largeObjectOwners()) {
            String statement =
                    "ALTER DEFAULT PRIVILEGES FOR ROLE %s GRANT %s ON LARGE OBJECTS TO %s"
                            .formatted(SqlNames.quoted(owner.name()), privileges, grantee);
            if (owner.ours()) {
                statements.add(statement);
            } else {
                foreign.add(owner.name());
            }
        }
        if (!foreign.isEmpty()) {
            open(
                    "open.laterLargeObjectsOf",
                    "",
                    (long) foreign.size(),
                    DatabasePlan.listed(
                            foreign.stream().limit(NewUserFactsQuery.NAMED).toList(),
                            foreign.size()));
        }
    }

    private void open(String key, String missing, Object... arguments) {
        leftOpen.add(new LeftOpen(database.name(), TEXTS.text(key, arguments), missing));
    }
}
