package dev.howdah.pg.roles.privilege;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.DefaultsKind;
import dev.howdah.pg.NamedObjects;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.step.DatabaseSteps;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.pg.roles.step.StepChanges;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Describes what somebody gets on what an owner makes later. None of its methods blocks. */
public final class DefaultPrivilegeChanges {
    private static final Texts TEXTS = Texts.of(DefaultPrivilegeChanges.class);

    private final StepChanges changes;
    private final RolesSnapshot roles;

    /** Judges rights by these roles, which say who asked. */
    public DefaultPrivilegeChanges(Reach reach, ChangeTarget target, RolesSnapshot roles) {
        this.changes = new StepChanges(reach, target, TEXTS);
        this.roles = roles;
    }

    /**
     * What an entry is about.
     *
     * @param schema empty for every schema
     */
    public record Place(
            String database, String owner, Optional<String> schema, DefaultsKind kind) {}

    /**
     * What somebody has by one entry.
     *
     * @param grantable those of the privileges that come WITH GRANT OPTION
     */
    public record Given(Set<Privilege> privileges, Set<Privilege> grantable) {
        public static final Given NOTHING = new Given(Set.of(), Set.of());

        public Given {
            privileges = Set.copyOf(privileges);
            grantable = Set.copyOf(grantable);
        }
    }

    /**
     * What somebody shall have by one entry instead.
     *
     * @param grantee empty for PUBLIC
     */
    public record Wish(Place place, String grantee, Given before, Given wanted) {
        private Wish back() {
            return new Wish(place, grantee, /* before= */ wanted, /* wanted= */ before);
        }

        private List<String> statements() {
            Set<Privilege> option = without(wanted.grantable(), before.grantable());
            Set<Privilege> plain =
                    without(without(wanted.privileges(), before.privileges()), option);
            Set<Privilege> lost = without(before.privileges(), wanted.privileges());
            Set<Privilege> lostOption =
                    without(without(before.grantable(), wanted.grantable()), lost);
            List<String> statements = new ArrayList<>();
            add(statements, "REVOKE %s ON %s FROM %s", lost);
            add(statements, "REVOKE GRANT OPTION FOR %s ON %s FROM %s", lostOption);
            add(statements, "GRANT %s ON %s TO %s", plain);
            add(statements, "GRANT %s ON %s TO %s WITH GRANT OPTION", option);
            return statements;
        }

        private void add(List<String> statements, String act, Set<Privilege> privileges) {
            if (!privileges.isEmpty()) {
                statements.add(
                        "ALTER DEFAULT PRIVILEGES FOR ROLE %s%s "
                                        .formatted(
                                                SqlNames.quoted(place.owner()),
                                                place.schema()
                                                        .map(name ->
                                                                " IN SCHEMA "
                                                                        + SqlNames.quoted(name))
                                                        .orElse(""))
                                + act.formatted(
                                        words(privileges),
                                        place.kind().sql(),
                                        grantee.isEmpty() ? "PUBLIC" : SqlNames.quoted(grantee)));
            }
        }

        private static Set<Privilege> without(Set<Privilege> some, Set<Privilege> others) {
            Set<Privilege> left = EnumSet.noneOf(Privilege.class);
            left.addAll(some);
            left.removeAll(others);
            return left;
        }

        private static String words(Set<Privilege> privileges) {
            return new TreeSet<>(privileges)
                    .stream().map(Privilege::name).collect(Collectors.joining(", "));
        }
    }

    /** Why we can't set the default privileges of this owner, as a sentence; empty when we can. */
    public Optional<String> obstacle(String owner) {
        if (roles.asker().inRecovery()) {
            return Optional.of(TEXTS.text("obstacle.STANDBY"));
        }
        return roles.maySetDefaultsOf(owner)
                ? Optional.empty()
                : Optional.of(
                        TEXTS.text(
                                "defaults.notOurs",
                                DatabaseSteps.oneLine(owner),
                                DatabaseSteps.oneLine(roles.currentUser())));
    }

    /**
     * One change for one owner and grantee.
     *
     * @param wishes at least one, all of the same owner, database and grantee
     * @throws ProblemException of kind NOT_PERMITTED when the owner's defaults aren't ours to set,
     *     with what somebody else could run; of kind BAD_INPUT when there is nothing to be done or
     *     no such entry can be
     */
    public Change become(List<Wish> wishes) throws ProblemException {
        List<String> statements =
                wishes.stream().flatMap(wish -> wish.statements().stream()).toList();
        for (Wish wish : wishes) {
            check(wish);
        }
        Wish first = wishes.getFirst();
        String owner = DatabaseSteps.oneLine(first.place().owner());
        if (statements.isEmpty()) {
            throw bad("defaults.same", owner);
        }
        Optional<String> obstacle = obstacle(first.place().owner());
        if (obstacle.isPresent()) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.NOT_PERMITTED,
                            obstacle.get(),
                            TEXTS.text("defaults.notOurs.remedy", String.join("; ", statements))));
        }
        return change(changes.naming(named(wishes)), wishes, statements);
    }

    private static NamedObjects named(List<Wish> wishes) {
        Wish first = wishes.getFirst();
        NamedObjects named =
                new NamedObjects()
                        .database(first.place().database())
                        .role(first.place().owner())
                        .role(first.grantee());
        wishes.forEach(wish -> wish.place().schema().ifPresent(named::schema));
        return named;
    }

    private static Change change(StepChanges named, List<Wish> wishes, List<String> statements) {
        Wish first = wishes.getFirst();
        List<String> warnings = new ArrayList<>();
        warnings.add(TEXTS.text("defaults.later"));
        if (wishes.stream().anyMatch(wish -> wish.place().schema().isEmpty())) {
            warnings.add(
                    TEXTS.text(
                            "defaults.everySchema",
                            DatabaseSteps.oneLine(first.place().database())));
        }
        List<Wish> back = wishes.stream().map(Wish::back).toList();
        return named.of(
                "defaults.set",
                DatabaseSteps.of(first.place().database(), statements),
                warnings,
                () ->
                        change(
                                named,
                                back,
                                back.stream().flatMap(wish -> wish.statements().stream()).toList()),
                DatabaseSteps.oneLine(first.place().owner()),
                first.grantee().isEmpty() ? "PUBLIC" : DatabaseSteps.oneLine(first.grantee()));
    }

    private void check(Wish wish) throws ProblemException {
        DefaultsKind kind = wish.place().kind();
        if (wish.place().schema().isPresent() && !DefaultsKind.IN_SCHEMAS.contains(kind)) {
            throw bad("defaults.noSchema", kind.sql());
        }
        if (!DefaultsKind.of(roles.asker().major()).contains(kind)) {
            throw bad("defaults.unknownKind", kind.sql());
        }
        if (wish.grantee().isEmpty() && !wish.wanted().grantable().isEmpty()) {
            throw bad("defaults.publicOption");
        }
    }

    private static ProblemException bad(String key, Object... arguments) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.BAD_INPUT,
                        TEXTS.text(key, arguments),
                        TEXTS.text("role.nothingSent")));
    }
}
