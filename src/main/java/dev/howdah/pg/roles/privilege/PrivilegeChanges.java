package dev.howdah.pg.roles.privilege;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.NamedObjects;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.newuser.NewUserFactsQuery;
import dev.howdah.pg.roles.privilege.GrantedQuery.Granted;
import dev.howdah.pg.roles.step.DatabaseSteps;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.pg.roles.step.StepChanges;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Describes grants of privileges, in any database of the server. The server answers a GRANT without
 * the right to it with a mere warning, so that is looked up beforehand.
 */
public final class PrivilegeChanges {
    private static final Texts TEXTS = Texts.of(PrivilegeChanges.class);

    private final Reach reach;
    private final StepChanges changes;

    public PrivilegeChanges(Reach reach, ChangeTarget target) {
        this.reach = reach;
        this.changes = new StepChanges(reach, target, TEXTS);
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

        String words() {
            return new TreeSet<>(privileges)
                    .stream().map(Privilege::name).collect(Collectors.joining(", "));
        }

        /** For a sentence. */
        String toWords() {
            return grantee.isEmpty() ? "PUBLIC" : DatabaseSteps.oneLine(grantee);
        }

        String to() {
            return grantee.isEmpty() ? "PUBLIC" : SqlNames.quoted(grantee);
        }
    }

    /**
     * Blocks for one round trip, and a login when the database is not home.
     *
     * @throws ProblemException of kind NOT_PERMITTED when we may not grant that on everything
     */
    public Change grant(Grant grant) throws ProblemException {
        require(grant);
        return granted(grant);
    }

    /**
     * Takes what was granted to the grantee itself, by whomever, and says what it keeps through
     * others. Blocks like {@link #grant}.
     *
     * @throws ProblemException when that takes nothing away, or isn't ours to take
     */
    public Change revoke(Grant grant) throws ProblemException {
        try (Reach.Stay stay = reach.in(grant.database())) {
            GrantedQuery question =
                    new GrantedQuery(grant.on(), grant.privileges(), grant.grantee());
            List<Granted> granted = stay.reader().ask(question);
            List<String> objects =
                    granted.stream()
                            .filter(each -> each.way() == GrantedQuery.Way.DIRECT)
                            .map(Granted::object)
                            .distinct()
                            .toList();
            NamedObjects named = grant.on().named(objects).role(grant.grantee());
            // its way back acts as them, and must not act as others
            granted.stream()
                    .filter(each -> each.revoked() == GrantedQuery.Revoked.AS_GRANTOR)
                    .filter(each -> each.way() == GrantedQuery.Way.DIRECT)
                    .map(Granted::other)
                    .distinct()
                    .forEach(named::role);
            return new Revocation(changes.naming(named), grant, granted).change();
        }
    }

    private Change granted(Grant grant) {
        List<String> objects =
                grant.on() instanceof Securable.Objects some ? some.names() : List.of();
        return granted(grant, changes.naming(grant.on().named(objects).role(grant.grantee())));
    }

    private static Change granted(Grant grant, StepChanges named) {
        DatabaseSteps steps =
                DatabaseSteps.of(
                        grant.database(),
                        List.of(
                                "GRANT %s ON %s TO %s"
                                        .formatted(grant.words(), grant.on().sql(), grant.to())));
        Object[] arguments = {
            grant.words(), DatabaseSteps.oneLine(grant.on().sql()), grant.toWords()
        };
        // who had it on one table of many before can't be told afterwards
        return grant.on() instanceof Securable.AllIn
                ? named.oneWay(
                                "privilege.grant",
                                steps,
                                List.of(TEXTS.text("privilege.allIn")),
                                arguments)
                        .noting(notes -> notes.oneWay(TEXTS.text("privilege.allIn.oneWay")))
                : named.of(
                        "privilege.grant",
                        steps,
                        List.of(),
                        () -> takenBack(grant, named),
                        arguments);
    }

    /** Exactly what the grant gave: the server acts for the same grantor again. */
    private static Change takenBack(Grant grant, StepChanges named) {
        return named.of(
                "privilege.revoke",
                DatabaseSteps.of(
                        grant.database(),
                        List.of(
                                "REVOKE %s ON %s FROM %s"
                                        .formatted(grant.words(), grant.on().sql(), grant.to()))),
                List.of(),
                () -> granted(grant, named),
                grant.words(),
                DatabaseSteps.oneLine(grant.on().sql()),
                grant.toWords());
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
}
