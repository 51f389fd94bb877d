package dev.howdah.pg.roles.newuser;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeNotes.MadeRole;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeOutcome.Status;
import dev.howdah.core.change.RunningChange;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.roles.step.DatabaseSteps;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.pg.roles.step.RoleRefusals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes planned users, once. Each role and its rights at home are one transaction; then each
 * further database is visited once, with a transaction for each user. What fails takes nothing from
 * the others.
 */
final class NewUserRun {
    private static final Texts TEXTS = Texts.of(NewUserRun.class);

    private final Reach reach;
    private final List<String> rows = new ArrayList<>();
    private final List<NewUserPlan> made = new ArrayList<>();
    private final List<MadeRole> noted;
    private boolean anythingFailed;
    private boolean anythingUnknown;

    /**
     * @param noted gets the roles that were made, by number
     */
    NewUserRun(Reach reach, List<MadeRole> noted) {
        this.reach = reach;
        this.noted = noted;
    }

    /**
     * @throws ProblemException when nothing was made and there was only one to make
     */
    ChangeOutcome run(List<NewUserPlan> plans) throws ProblemException {
        Problem gone = null;
        for (NewUserPlan plan : plans) {
            if (gone != null) {
                row(plan, reach.home(), TEXTS.text("result.notSent"));
                continue;
            }
            try {
                atHome(plan);
            } catch (ProblemException e) {
                Problem problem = explained(e);
                if (plans.size() == 1) {
                    throw new ProblemException(problem, e);
                }
                failed(plan, reach.home(), problem);
                gone = problem.kind() == Problem.Kind.UNREACHABLE ? problem : null;
            }
        }
        note();
        byDatabase().forEach(this::elsewhere);
        return new ChangeOutcome(status(plans), sentence(plans), rows);
    }

    /** By name alone the way back could meet a role that somebody else made later. */
    private void note() {
        List<String> names = made.stream().map(plan -> plan.user().name()).toList();
        if (names.isEmpty()) {
            return;
        }
        Map<String, Long> oids;
        try {
            oids = reach.reader().ask(new ExistingRolesQuery(names));
        } catch (ProblemException _) {
            // they are made all the same, and have to be dropped by hand
            oids = Map.of();
        }
        for (String name : names) {
            noted.add(new MadeRole(name, Optional.ofNullable(oids.get(name))));
        }
        RunningChange.made(noted);
    }

    private void atHome(NewUserPlan plan) throws ProblemException {
        PgWriter.Commit commit = reach.writer().run(plan.home().sql());
        Optional<Boolean> there =
                commit == PgWriter.Commit.DONE ? Optional.of(true) : isThere(plan);
        if (there.isEmpty()) {
            anythingUnknown = true;
            row(plan, reach.home(), TEXTS.text("result.unknown"));
        } else if (there.get()) {
            made.add(plan);
            row(plan, reach.home(), done(plan.home()));
        } else {
            anythingFailed = true;
            row(plan, reach.home(), TEXTS.text("result.notMade"));
        }
    }

    /** One transaction makes the role and its rights, so where the role is, all is. */
    private Optional<Boolean> isThere(NewUserPlan plan) {
        String name = plan.user().name();
        try {
            Map<String, Long> found = reach.reader().ask(new ExistingRolesQuery(List.of(name)));
            return Optional.of(found.containsKey(name));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    private Map<String, Map<NewUserPlan, DatabaseSteps>> byDatabase() {
        Map<String, Map<NewUserPlan, DatabaseSteps>> byDatabase = new LinkedHashMap<>();
        for (NewUserPlan plan : made) {
            for (DatabaseSteps steps : plan.elsewhere()) {
                byDatabase
                        .computeIfAbsent(steps.database(), _ -> new LinkedHashMap<>())
                        .put(plan, steps);
            }
        }
        return byDatabase;
    }

    private void elsewhere(String database, Map<NewUserPlan, DatabaseSteps> byPlan) {
        try (Reach.Stay stay = reach.in(database)) {
            byPlan.forEach((plan, steps) -> grant(stay, plan, steps));
        } catch (ProblemException e) {
            byPlan.keySet().forEach(plan -> failed(plan, database, e.problem()));
        }
    }

    private void grant(Reach.Stay stay, NewUserPlan plan, DatabaseSteps steps) {
        try {
            if (stay.writer().run(steps.sql()) == PgWriter.Commit.DONE) {
                row(plan, steps.database(), done(steps));
            } else {
                anythingUnknown = true;
                row(plan, steps.database(), TEXTS.text("result.unknown"));
            }
        } catch (ProblemException e) {
            failed(plan, steps.database(), e.problem());
        }
    }

    private static String done(DatabaseSteps steps) {
        return TEXTS.text("result.done", steps.steps().size());
    }

    private void failed(NewUserPlan plan, String database, Problem problem) {
        anythingFailed = true;
        row(plan, database, TEXTS.text("result.failed", problem.sentence(), problem.detail()));
    }

    private void row(NewUserPlan plan, String database, String result) {
        rows.add(
                TEXTS.text(
                        "result.row",
                        DatabaseSteps.oneLine(plan.user().name()),
                        DatabaseSteps.oneLine(database),
                        result));
    }

    private static Problem explained(ProblemException failure) {
        return RoleRefusals.explained(failure);
    }

    private Status status(List<NewUserPlan> plans) {
        if (anythingUnknown) {
            return Status.UNKNOWN;
        }
        if (made.isEmpty()) {
            return Status.FAILED;
        }
        return anythingFailed || made.size() < plans.size() ? Status.PARTLY : Status.DONE;
    }

    private String sentence(List<NewUserPlan> plans) {
        String name = DatabaseSteps.oneLine(plans.getFirst().user().name());
        if (anythingUnknown) {
            return TEXTS.text("newUser.unknown", made.size(), plans.size(), name);
        }
        if (made.isEmpty()) {
            return TEXTS.text("newUser.none", plans.size(), name);
        }
        return plans.size() == 1
                ? TEXTS.text(anythingFailed ? "newUser.partly" : "newUser.done", name)
                : TEXTS.text("newUser.doneMany", made.size(), plans.size());
    }
}
