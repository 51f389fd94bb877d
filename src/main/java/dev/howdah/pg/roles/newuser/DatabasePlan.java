package dev.howdah.pg.roles.newuser;

import dev.howdah.core.Texts;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.pg.roles.newuser.NewUserFacts.Creator;
import dev.howdah.pg.roles.newuser.NewUserFacts.Database;
import dev.howdah.pg.roles.newuser.NewUserFacts.Relations;
import dev.howdah.pg.roles.newuser.NewUserFacts.Schema;
import dev.howdah.pg.roles.step.DatabaseSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The grants for one user in one database. Their base are the ones that hosting providers use; they
 * are extended to every schema and every owner, and what we may not grant is written down instead.
 */
final class DatabasePlan {
    /** So many names go into one GRANT: the statement can be read, and its locks are few. */
    static final int NAMES_AT_ONCE = 100;

    private static final Texts TEXTS = Texts.of(DatabasePlan.class);

    private final NewUser user;
    private final NewUser.Scope scope;
    private final NewUserFacts facts;
    private final String grantee;
    private final boolean writes;
    private final List<String> statements = new ArrayList<>();
    private final List<LeftOpen> leftOpen = new ArrayList<>();

    DatabasePlan(NewUser user, NewUser.Scope scope, NewUserFacts facts) {
        this.user = user;
        this.scope = scope;
        this.facts = facts;
        this.grantee = SqlNames.quoted(user.name());
        this.writes = user.kind() == Kind.READ_WRITE;
        database();
        facts.schemas().stream().filter(schema -> scope.holds(schema.name())).forEach(this::schema);
        if (user.closing().publicCreate()) {
            // where the user gets nothing at all it must not be able to create either
            facts.schemas().forEach(this::closeCreate);
        } else {
            facts.schemas().forEach(this::tellOpenCreate);
        }
        if (scope.schemas().isEmpty()) {
            open("open.laterSchemas", "", facts.database().name());
        }
        LargeObjectPlan largeObjects = new LargeObjectPlan(user, facts);
        statements.addAll(largeObjects.statements());
        leftOpen.addAll(largeObjects.leftOpen());
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    List<LeftOpen> leftOpen() {
        return List.copyOf(leftOpen);
    }

    private void database() {
        Database database = facts.database();
        String name = SqlNames.quoted(database.name());
        if (writes && database.grantsAll()) {
            statements.add("GRANT ALL PRIVILEGES ON DATABASE %s TO %s".formatted(name, grantee));
        } else if (database.grantsConnect()) {
            statements.add("GRANT CONNECT ON DATABASE %s TO %s".formatted(name, grantee));
        } else if (!database.publicConnect()) {
            open(
                    "open.connect",
                    "GRANT CONNECT ON DATABASE %s TO %s;".formatted(name, grantee),
                    database.name());
        }
        if (writes && !database.grantsAll()) {
            open(
                    "open.databaseAll",
                    "GRANT ALL PRIVILEGES ON DATABASE %s TO %s;".formatted(name, grantee),
                    database.name(),
                    database.owner());
        }
        if (!writes) {
            temp(database, name);
        }
    }

    private void temp(Database database, String name) {
        if (!database.publicTemp()) {
            return;
        }
        String close = "REVOKE TEMPORARY ON DATABASE %s FROM PUBLIC".formatted(name);
        if (!user.closing().publicTemp()) {
            open("open.temp", "", database.name());
        } else if (!database.ours() || isTooMany(database.tempUsers())) {
            open("open.tempNotOurs", close + ";", database.name(), database.owner());
        } else {
            regrant("TEMPORARY ON DATABASE " + name, database.tempUsers());
            statements.add(close);
        }
    }

    private void schema(Schema schema) {
        String name = SqlNames.quoted(schema.name());
        if (schema.grantsUsage()) {
            statements.add("GRANT USAGE ON SCHEMA %s TO %s".formatted(name, grantee));
        } else if (!schema.publicUsage()) {
            open(
                    "open.usage",
                    "GRANT USAGE ON SCHEMA %s TO %s;".formatted(name, grantee),
                    schema.name(),
                    schema.owner());
            return;
        }
        if (writes) {
            create(schema, name);
        }
        relations(schema, schema.tables(), "TABLE");
        relations(schema, schema.sequences(), "SEQUENCE");
        defaults(schema, name);
        if (!writes && schema.definerFunctions() > 0) {
            open("open.definer", "", schema.name(), schema.definerFunctions());
        }
        if (schema.rowSecured() > 0) {
            open("open.rowSecurity", "", schema.name(), schema.rowSecured());
        }
    }

    private void create(Schema schema, String name) {
        if (schema.grantsCreate()) {
            statements.add("GRANT CREATE ON SCHEMA %s TO %s".formatted(name, grantee));
        } else if (!schema.publicCreate()) {
            open(
                    "open.create",
                    "GRANT CREATE ON SCHEMA %s TO %s;".formatted(name, grantee),
                    schema.name(),
                    schema.owner());
        }
    }

    /** One refused table makes GRANT … ON ALL TABLES fail as a whole, so then each is named. */
    private void relations(Schema schema, Relations relations, String word) {
        String privileges = writes ? "ALL PRIVILEGES" : "SELECT";
        if (relations.refused() == 0) {
            statements.add(
                    "GRANT %s ON ALL %sS IN SCHEMA %s TO %s"
                            .formatted(privileges, word, SqlNames.quoted(schema.name()), grantee));
            return;
        }
        List<String> names = relations.grantable();
        for (int from = 0; from < names.size(); from += NAMES_AT_ONCE) {
            statements.add(
                    "GRANT %s ON %s %s TO %s"
                            .formatted(
                                    privileges,
                                    word,
                                    names
                                            .subList(
                                                    from,
                                                    Math.min(names.size(), from + NAMES_AT_ONCE))
                                            .stream()
                                            .map(each -> SqlNames.quoted(schema.name(), each))
                                            .collect(Collectors.joining(", ")),
                                    grantee));
        }
        if (relations.unreadableCount() > 0) {
            open(
                    word.equals("TABLE") ? "open.tables" : "open.sequences",
                    "GRANT %s ON ALL %sS IN SCHEMA %s TO %s;"
                            .formatted(privileges, word, SqlNames.quoted(schema.name()), grantee),
                    schema.name(),
                    relations.unreadableCount(),
                    listed(relations.unreadable(), relations.unreadableCount()));
        }
    }

    private void defaults(Schema schema, String name) {
        String privileges = writes ? "ALL" : "SELECT";
        List<String> foreign = new ArrayList<>();
        for (Creator creator : schema.creators()) {
            if (!creator.ours()) {
                foreign.add(creator.name());
                continue;
            }
            for (String what : List.of("TABLES", "SEQUENCES")) {
                statements.add(
                        "ALTER DEFAULT PRIVILEGES FOR ROLE %s IN SCHEMA %s GRANT %s ON %s TO %s"
                                .formatted(
                                        SqlNames.quoted(creator.name()),
                                        name,
                                        privileges,
                                        what,
                                        grantee));
            }
        }
        if (!foreign.isEmpty()) {
            open(
                    "open.later",
                    foreign.stream()
                            .limit(NewUserFactsQuery.NAMED)
                            .map(owner ->
                                    "GRANT %s TO %s;"
                                            .formatted(
                                                    SqlNames.quoted(owner),
                                                    SqlNames.quoted(facts.server().user())))
                            .collect(Collectors.joining(" ")),
                    schema.name(),
                    (long) foreign.size(),
                    listed(
                            foreign.stream().limit(NewUserFactsQuery.NAMED).toList(),
                            foreign.size()));
        }
    }

    private void closeCreate(Schema schema) {
        if (!schema.publicCreate() || writesInto(schema)) {
            return;
        }
        String name = SqlNames.quoted(schema.name());
        String close = "REVOKE CREATE ON SCHEMA %s FROM PUBLIC".formatted(name);
        if (!schema.ours() || isTooMany(schema.publicCreators())) {
            open("open.publicCreate", close + ";", schema.name(), schema.owner());
            return;
        }
        regrant("CREATE ON SCHEMA " + name, schema.publicCreators());
        statements.add(close);
    }

    private void tellOpenCreate(Schema schema) {
        if (schema.publicCreate() && !writesInto(schema)) {
            open(
                    "open.publicCreate",
                    "REVOKE CREATE ON SCHEMA %s FROM PUBLIC;"
                            .formatted(SqlNames.quoted(schema.name())),
                    schema.name(),
                    schema.owner());
        }
    }

    private boolean writesInto(Schema schema) {
        return writes && scope.holds(schema.name());
    }

    private void regrant(String right, List<String> roles) {
        for (int from = 0; from < roles.size(); from += NAMES_AT_ONCE) {
            statements.add(
                    "GRANT %s TO %s"
                            .formatted(
                                    right,
                                    roles
                                            .subList(
                                                    from,
                                                    Math.min(roles.size(), from + NAMES_AT_ONCE))
                                            .stream()
                                            .map(SqlNames::quoted)
                                            .collect(Collectors.joining(", "))));
        }
    }

    private static boolean isTooMany(List<String> roles) {
        return roles.size() > NewUserFactsQuery.REGRANTED;
    }

    static String listed(List<String> names, long all) {
        String some = names.stream().map(DatabaseSteps::oneLine).collect(Collectors.joining(", "));
        return all > names.size() ? TEXTS.text("list.more", some, all - names.size()) : some;
    }

    private void open(String key, String missing, Object... arguments) {
        leftOpen.add(new LeftOpen(scope.database(), TEXTS.text(key, arguments), missing));
    }
}
