package dev.howdah.pg.roles.step;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeOutcome.Status;
import dev.howdah.pg.PgWriter;
import java.util.ArrayList;
import java.util.List;

/** Carries out transactions in several databases one after the other, up to the first failure. */
public final class StepRun {
    private static final Texts TEXTS = Texts.of(StepRun.class);

    private final Reach reach;

    public StepRun(Reach reach) {
        this.reach = reach;
    }

    /**
     * @param sentence what is true when all of it was done
     * @throws ProblemException when the first one failed, so that nothing was changed
     */
    public ChangeOutcome run(List<DatabaseSteps> all, String sentence) throws ProblemException {
        List<String> rows = new ArrayList<>();
        Status status = Status.DONE;
        for (DatabaseSteps steps : all) {
            if (status != Status.DONE) {
                rows.add(row(steps, TEXTS.text("result.notDone")));
                continue;
            }
            try (Reach.Stay stay = reach.in(steps.database())) {
                if (stay.writer().run(steps.sql()) == PgWriter.Commit.DONE) {
                    rows.add(row(steps, TEXTS.text("result.done", steps.steps().size())));
                } else {
                    rows.add(row(steps, TEXTS.text("result.unknown")));
                    status = Status.UNKNOWN;
                }
            } catch (ProblemException e) {
                Problem problem = RoleRefusals.explained(e);
                if (rows.isEmpty()) {
                    throw new ProblemException(problem, e);
                }
                rows.add(
                        row(
                                steps,
                                TEXTS.text("result.failed", problem.sentence(), problem.detail())));
                status = Status.PARTLY;
            }
        }
        return new ChangeOutcome(
                status,
                switch (status) {
                    case DONE -> sentence;
                    case UNKNOWN -> TEXTS.text("steps.unknown");
                    default -> TEXTS.text("steps.partly");
                },
                all.size() > 1 ? rows : List.of());
    }

    private static String row(DatabaseSteps steps, String result) {
        return TEXTS.text("result.step", DatabaseSteps.oneLine(steps.database()), result);
    }
}
