package dev.howdah.pg.roles;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.pg.SqlNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Describes grants of privileges and default privileges, in any database of the server. The server
 * answers a GRANT without the right to it with a mere warning, so that is looked up beforehand.
 */
public final class PrivilegeChanges {
    private static final Texts TEXTS = Texts.of(PrivilegeChanges.class);

    private final Reach reach;
    private final StepChanges changes;

    public PrivilegeChanges(Reach reach, ChangeTarget target) {
        this.reach = reach;
        this.changes = new StepChanges(reach, target);
    }

    /**
     * Some privileges for somebody.
     *
     * @param database where the objects are
     * @param privileges at least one, all of which the objects know
     * @param grantee empty for PUBLIC
     */
    public record Grant(String database, Securable on, Set<Privilege> privileges, String grantee) {
        public Grant {
            privileges = Set.copyOf(privileges);
        }

        private String words() {
            return new TreeSet<>(privileges)
                    .stream().map(Privilege::name).collect(Collectors.joining(", "));
        }

        private String to() {
            return grantee.isEmpty() ? "PUBLIC" : SqlNames.quoted(grantee);
        }
    }

    /**
     * Privileges that somebody gets on what an owner makes later.
     *
     * @param schema empty for every schema
     * @param what "TABLES", "SEQUENCES", "FUNCTIONS", "TYPES" or, without a schema, "SCHEMAS"
     * @param privileges at least one
     * @param grantee empty for PUBLIC
     */
    public record Default(
            String database,
            String owner,
            Optional<String> schema,
            What what,
            Set<Privilege> privileges,
            String grantee) {
        public Default {
            privileges = Set.copyOf(privileges);
        }

        private String statement(boolean grants) {
            return "ALTER DEFAULT PRIVILEGES FOR ROLE %s%s %s %s ON %s %s %s"
                    .formatted(
                            SqlNames.quoted(owner),
                            schema.map(name -> " IN SCHEMA " + SqlNames.quoted(name)).orElse(""),
                            grants ? "GRANT" : "REVOKE",
                            new TreeSet<>(privileges)
                                    .stream()
                                            .map(Privilege::name)
                                            .collect(Collectors.joining(", ")),
                            what,
                            grants ? "TO" : "FROM",
                            grantee.isEmpty() ? "PUBLIC" : SqlNames.quoted(grantee));
        }
    }

    /** The kinds of objects that have default privileges, by the server's keyword. */
    public enum What {
        TABLES,
        SEQUENCES,
        FUNCTIONS,
        TYPES,
        /** Only without a schema. */
        SCHEMAS
    }

    /**
     * Blocks for one round trip, and a login when the database is not home.
     *
     * @throws ProblemException of kind NOT_PERMITTED when we may not grant that on everything
     */
    public Change grant(Grant grant) throws ProblemException {
        require(grant);
        return changed(grant, true);
    }

    /** As {@link #grant}. What somebody else granted stays, as the server wants it. */
    public Change revoke(Grant grant) throws ProblemException {
        require(grant);
        return changed(grant, false);
    }

    private Change changed(Grant grant, boolean grants) {
        String statement =
                (grants ? "GRANT %s ON %s TO %s" : "REVOKE %s ON %s FROM %s")
                        .formatted(grant.words(), grant.on().sql(), grant.to());
        DatabaseSteps steps = DatabaseSteps.of(grant.database(), List.of(statement));
        String key = grants ? "privilege.grant" : "privilege.revoke";
        Object[] arguments = {
            grant.words(),
            DatabaseSteps.oneLine(grant.on().sql()),
            DatabaseSteps.oneLine(grant.to())
        };
        // who had it on one table of many before can't be told afterwards
        return grant.on() instanceof Securable.AllIn
                ? changes.oneWay(key, steps, List.of(TEXTS.text("privilege.allIn")), arguments)
                        .noting(notes -> notes.oneWay(TEXTS.text("privilege.allIn.oneWay")))
                : changes.of(key, steps, List.of(), () -> changed(grant, !grants), arguments);
    }

    private void require(Grant grant) throws ProblemException {
        List<String> refused;
        try (Reach.Stay stay = reach.in(grant.database())) {
            refused = stay.reader().ask(new NotGrantableQuery(grant.on(), grant.privileges()));
        }
        if (!refused.isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.NOT_PERMITTED,
                            TEXTS.text(
                                    "privilege.mayNot",
                                    refused.size(),
                                    refused.stream()
                                            .limit(NewUserFactsQuery.NAMED)
                                            .map(DatabaseSteps::oneLine)
                                            .collect(Collectors.joining(", "))),
                            TEXTS.text("role.nothingSent")));
        }
    }

    /** Does not block. */
    public Change grantLater(Default rule) {
        return later(rule, true);
    }

    /** Takes a default privilege away again. Does not block. */
    public Change revokeLater(Default rule) {
        return later(rule, false);
    }

    private Change later(Default rule, boolean grants) {
        return changes.of(
                grants ? "privilege.grantLater" : "privilege.revokeLater",
                DatabaseSteps.of(rule.database(), List.of(rule.statement(grants))),
                List.of(TEXTS.text("privilege.later")),
                () -> later(rule, !grants),
                DatabaseSteps.oneLine(rule.owner()),
                DatabaseSteps.oneLine(rule.grantee().isEmpty() ? "PUBLIC" : rule.grantee()));
    }
}
