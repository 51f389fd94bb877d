package dev.howdah.provider;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.OperationLog;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.testing.ChildProgram;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A console that asks Scalingo for several things at once, and is killed before any answer. */
final class SubmittingProgram {
    static final List<Act> ACTS =
            List.of(Act.PLAN_CHANGE, Act.MAINTENANCE_WINDOW, Act.USER_CREATED);

    private SubmittingProgram() {}

    /** Arguments: the folder of its journal, and where Scalingo is. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        OperationLog log = new FileOperationLog(folder);
        Provider provider = ScalingoStage.elsewhere(URI.create(arguments[1]), log);
        ChangeRunner runner = new ChangeRunner(new FileChangeLog(folder), Clock.systemUTC());
        ServiceFacts facts = provider.facts();
        MaintenanceWindow window = facts.window().orElseThrow();
        List<Change> changes =
                List.of(
                        changePlan(provider, facts),
                        provider.moveMaintenance(
                                SomeChanges.TARGET,
                                window,
                                new MaintenanceWindow(DayOfWeek.TUESDAY, 4, window.length())),
                        provider.createUser(
                                SomeChanges.TARGET,
                                "analyst_1",
                                true,
                                Secret.of("a-password-of-24-letters-or-so")));
        for (Change change : changes) {
            Thread.ofPlatform()
                    .start(() -> {
                        try {
                            runner.run(change);
                        } catch (ProblemException e) {
                            ChildProgram.say(e.problem().toString());
                        }
                    });
        }
        new CountDownLatch(1).await();
    }

    /** To the last one that may be chosen. */
    static Change changePlan(Provider provider, ServiceFacts facts) throws ProblemException {
        return provider.changePlan(
                SomeChanges.TARGET,
                facts,
                provider.plans().stream()
                        .filter(offer -> offer.whyNot().isEmpty())
                        .reduce((_, later) -> later)
                        .orElseThrow());
    }
}
