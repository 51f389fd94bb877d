package dev.howdah.pg.roles.newuser;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeNotes.MadeRole;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.RoleNames;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.pg.roles.newuser.NewUser.Scope;
import dev.howdah.pg.roles.newuser.NewUserFacts.Server;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.pg.roles.step.DatabaseSteps;
import dev.howdah.pg.roles.step.Reach;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * Makes users: first a plan, for which only is read, then a {@link Change} that carries it out. The
 * same {@link NewUser} can be planned on any number of servers, with one of these for each.
 */
public final class NewUsers {
    /** More users are not made by one change: nobody can have looked at them all. */
    public static final int MAX_AT_ONCE = BulkUsers.MAX_LINES;

    private static final Texts TEXTS = Texts.of(NewUsers.class);

    private final Reach reach;
    private final ChangeTarget target;

    public NewUsers(Reach reach, ChangeTarget target) {
        this.reach = reach;
        this.target = target;
    }

    /** As {@link #plans}, for one. */
    public NewUserPlan plan(NewUser user) throws ProblemException {
        return plans(List.of(user)).getFirst();
    }

    /**
     * Looks up what is needed, each database once, and writes down what would be sent. Blocks for
     * some round trips, and one login for each database that is not home.
     *
     * @param users at least one, at most {@link #MAX_AT_ONCE}
     * @throws ProblemException when one of them can't be made at all: its name is taken or not
     *     possible, we may not create roles, or the server is a standby
     */
    public List<NewUserPlan> plans(List<NewUser> users) throws ProblemException {
        Map<Where, NewUserFacts> facts = facts(users);
        Server server = at(facts, reach.home(), users.getFirst().kind()).server();
        refuse(server);
        Set<String> seen = new HashSet<>();
        for (NewUser user : users) {
            RoleNames.check(user.name(), server.encoding());
            if (!seen.add(user.name())) {
                throw refused(Problem.Kind.BAD_INPUT, "newUser.exists", user.name());
            }
        }
        Set<String> taken = reach.reader().ask(new ExistingRolesQuery(List.copyOf(seen))).keySet();
        for (NewUser user : users) {
            if (taken.contains(user.name())) {
                throw refused(Problem.Kind.BAD_INPUT, "newUser.exists", user.name());
            }
        }
        for (NewUser user : users) {
            refuseOtherEncodings(user, facts, server);
        }
        return users.stream().map(user -> plan(user, facts, server)).toList();
    }

    /** There its name would be other bytes, and so another name. */
    private static void refuseOtherEncodings(
            NewUser user, Map<Where, NewUserFacts> facts, Server home) throws ProblemException {
        if (SqlNames.isSameInEveryEncoding(user.name())) {
            return;
        }
        for (Scope scope : user.scopes()) {
            String encoding = at(facts, scope.database(), user.kind()).server().encoding();
            if (!encoding.equals(home.encoding())) {
                throw refused(
                        Problem.Kind.BAD_INPUT,
                        "newUser.encoding",
                        DatabaseSteps.oneLine(user.name()),
                        DatabaseSteps.oneLine(scope.database()),
                        encoding,
                        home.encoding());
            }
        }
    }

    /**
     * One change for all of them.
     *
     * @param plans at least one, all made by this object
     */
    public Change change(List<NewUserPlan> plans) {
        List<MadeRole> made = new CopyOnWriteArrayList<>();
        List<String> warnings =
                plans.stream().flatMap(plan -> plan.warnings().stream()).distinct().toList();
        Change change =
                Change.of(
                        TEXTS.text(
                                "newUser.title",
                                plans.size(),
                                DatabaseSteps.oneLine(plans.getFirst().user().name())),
                        target,
                        plans.stream()
                                .map(NewUserPlan::preview)
                                .collect(Collectors.joining("\n\n")),
                        warnings,
                        () -> new NewUserRun(reach, made).run(plans));
        return change.withWayBack(() -> new NewUserUndo(reach, target).change(plans, made))
                .noting(notes ->
                        notes.making(
                                plans.stream()
                                        .map(plan ->
                                                new MadeRole(plan.user().name(), Optional.empty()))
                                        .toList()));
    }

    /** What is read once for all users of a kind. */
    private record Where(String database, Kind kind) {}

    private Map<Where, NewUserFacts> facts(List<NewUser> users) throws ProblemException {
        Map<String, Set<Kind>> wanted = new TreeMap<>();
        Set<Kind> atHome = wanted.computeIfAbsent(reach.home(), _ -> EnumSet.noneOf(Kind.class));
        for (NewUser user : users) {
            atHome.add(user.kind());
            for (Scope scope : user.scopes()) {
                wanted.computeIfAbsent(scope.database(), _ -> EnumSet.noneOf(Kind.class))
                        .add(user.kind());
            }
        }
        Map<Where, NewUserFacts> facts = new HashMap<>();
        for (Map.Entry<String, Set<Kind>> database : wanted.entrySet()) {
            try (Reach.Stay stay = reach.in(database.getKey())) {
                for (Kind kind : database.getValue()) {
                    facts.put(
                            new Where(database.getKey(), kind),
                            stay.reader().ask(new NewUserFactsQuery(kind)));
                }
            }
        }
        return facts;
    }

    private static NewUserFacts at(Map<Where, NewUserFacts> facts, String database, Kind kind) {
        return Objects.requireNonNull(facts.get(new Where(database, kind)));
    }

    private static void refuse(Server server) throws ProblemException {
        if (server.inRecovery()) {
            throw refused(Problem.Kind.NOT_SUPPORTED, "newUser.standby");
        }
        if (!server.superuser() && !server.createsRoles()) {
            throw refused(Problem.Kind.NOT_PERMITTED, "newUser.mayNot", server.user());
        }
    }

    private NewUserPlan plan(NewUser user, Map<Where, NewUserFacts> facts, Server server) {
        List<LeftOpen> leftOpen = new ArrayList<>();
        List<DatabaseSteps> steps = new ArrayList<>();
        steps.add(
                new DatabaseSteps(
                        reach.home(),
                        NewRole.steps(user, user.verifier().asWanted(server.scramIterations()))));
        for (Scope scope : user.scopes()) {
            DatabasePlan plan =
                    new DatabasePlan(user, scope, at(facts, scope.database(), user.kind()));
            leftOpen.addAll(plan.leftOpen());
            if (scope.database().equals(reach.home())) {
                steps.set(0, steps.getFirst().and(plan.statements()));
            } else if (!plan.statements().isEmpty()) {
                steps.add(DatabaseSteps.of(scope.database(), plan.statements()));
            }
        }
        leftOpen.addAll(openToEverybody(user, server));
        return new NewUserPlan(
                user,
                steps,
                warnings(user, steps, server),
                leftOpen,
                server.superuser(),
                server.major());
    }

    private static List<LeftOpen> openToEverybody(NewUser user, Server server) {
        List<LeftOpen> open = new ArrayList<>();
        Set<String> chosen =
                user.scopes().stream().map(Scope::database).collect(Collectors.toSet());
        List<String> others =
                server.openDatabases().stream().filter(each -> !chosen.contains(each)).toList();
        if (!others.isEmpty()) {
            open.add(
                    new LeftOpen(
                            "",
                            TEXTS.text(
                                    "open.otherDatabases",
                                    others.size(),
                                    others.stream()
                                            .limit(NewUserFactsQuery.NAMED)
                                            .map(DatabaseSteps::oneLine)
                                            .collect(Collectors.joining(", "))),
                            ""));
        }
        if (user.kind() == Kind.READ_ONLY) {
            open.add(new LeftOpen("", TEXTS.text("open.always"), ""));
        }
        return open;
    }

    private List<String> warnings(NewUser user, List<DatabaseSteps> steps, Server server) {
        List<String> warnings = new ArrayList<>();
        if (steps.size() > 1) {
            warnings.add(
                    TEXTS.text(
                            "newUser.severalDatabases",
                            steps.size() - 1,
                            DatabaseSteps.oneLine(reach.home())));
        }
        if (steps.stream()
                .flatMap(each -> each.steps().stream())
                .anyMatch(step -> step.shown().endsWith(" FROM PUBLIC"))) {
            warnings.add(TEXTS.text("newUser.takesFromPublic"));
        }
        if (user.kind() == Kind.READ_WRITE) {
            warnings.add(TEXTS.text("newUser.ownTables"));
        }
        if (server.encryptsWithMd5()) {
            warnings.add(TEXTS.text("newUser.md5"));
        }
        if (server.scramIterations() > ScramVerifier.MOST_ITERATIONS) {
            warnings.add(
                    TEXTS.text(
                            "newUser.manyIterations",
                            server.scramIterations(),
                            ScramVerifier.MOST_ITERATIONS));
        }
        if (RoleNames.needsQuotes(user.name())) {
            warnings.add(TEXTS.text("newUser.needsQuotes", DatabaseSteps.oneLine(user.name())));
        }
        return warnings;
    }

    private static ProblemException refused(Problem.Kind kind, String key, Object... arguments) {
        return new ProblemException(
                Problem.of(
                        kind, TEXTS.text(key, arguments), TEXTS.text(key + ".remedy", arguments)));
    }
}
