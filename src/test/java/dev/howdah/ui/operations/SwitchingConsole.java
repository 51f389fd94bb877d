package dev.howdah.ui.operations;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.Provider;
import dev.howdah.provider.http.HttpWire;
import dev.howdah.provider.scalingo.ScalingoAccount;
import dev.howdah.provider.scalingo.call.ScalingoHosts;
import dev.howdah.provider.service.ServiceState;
import dev.howdah.provider.service.Switch;
import dev.howdah.testing.ChildProgram;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A console that forces TLS, and is killed at some time after it has said that it begins. */
final class SwitchingConsole {
    private SwitchingConsole() {}

    /** Arguments: folder, base URL of the provider, token, name, product, plan, address. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Map<String, String> address = new java.util.TreeMap<>();
        for (int i = 6; i < arguments.length; i += 2) {
            address.put(arguments[i], arguments[i + 1]);
        }
        Provider provider =
                new ScalingoAccount(
                                new ScalingoHosts(
                                        URI.create(arguments[1]),
                                        ScalingoHosts.Databases.AS_REGION_SAYS),
                                () -> Secret.of(arguments[2]),
                                HttpWire.usual())
                        .open(
                                new FoundDatabase(
                                        "scalingo/" + arguments[3],
                                        arguments[3],
                                        arguments[4],
                                        Optional.of("osc-fr1"),
                                        arguments[5],
                                        ServiceState.RUNNING,
                                        address),
                                new FileOperationLog(folder));
        Change change =
                provider.turn(
                        new ChangeTarget("plan-db", Environment.STAGING, false),
                        Switch.FORCE_TLS,
                        true);
        ChildProgram.say("begins");
        try {
            new ChangeRunner(new FileChangeLog(folder), Clock.systemUTC()).run(change);
            ChildProgram.say("taken");
        } catch (ProblemException e) {
            ChildProgram.say(e.problem().toString());
        }
        new CountDownLatch(1).await();
    }
}
