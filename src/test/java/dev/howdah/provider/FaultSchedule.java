package dev.howdah.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.Operation.State;
import dev.howdah.core.change.OperationLog;
import dev.howdah.journal.FileOperationLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** One schedule of faults: the seed decides what is asked for, and how every request fares. */
final class FaultSchedule {
    /** Longer than any adapter needs to be certain. */
    private static final int ROUNDS = 400;

    private static final Duration ROUND = Duration.ofSeconds(15);

    private final ProviderStage stage;
    private final OperationLog log;
    private final int seed;
    private Provider provider;

    FaultSchedule(ProviderStage stage, Path folder, int seed) {
        this.stage = stage;
        this.log = new FileOperationLog(folder);
        this.seed = seed;
        this.provider = stage.provider(log);
    }

    private Change change(Act act) throws ProblemException {
        return SomeChanges.of(act, provider, SomeChanges.TARGET, stage);
    }

    /** Asks for one change, sometimes twice, in a storm, and then compares with the truth. */
    void play() throws Exception {
        Random random = new Random(seed);
        List<Act> acts = SomeChanges.offered(provider);
        Act act = acts.get(random.nextInt(acts.size()));
        String what = act + " with seed " + seed;
        Change first = change(act);
        Change second = change(act);
        provider = stage.provider(log);
        stage.storm(seed);
        runAnyhow(first);
        if (random.nextBoolean()) {
            runAnyhow(second);
        }
        if (random.nextBoolean()) {
            // the console is started anew
            provider = stage.provider(log);
        }
        for (int i = 0; i < 3; i++) {
            stage.pass(ROUND);
            lookAnyhow();
        }
        stage.calm();
        List<Operation> all = ended(provider, log, stage);
        assertTrue(all.stream().allMatch(each -> each.state().ended()), what);
        if (act != Act.ALLOWLIST) {
            long done =
                    all.stream()
                            .filter(each ->
                                    each.state() == State.DONE || each.state() == State.PARTLY)
                            .count();
            assertEquals(done, stage.effects(act), what + " " + all);
            return;
        }
        assertEquals(stage.allowed().size(), stage.allowed().stream().distinct().count(), what);
        all.stream()
                .findFirst()
                .ifPresent(last -> {
                    boolean there = stage.allowed().contains("203.0.113.0/24");
                    boolean whole = there && stage.allowed().contains("198.51.100.7/32");
                    boolean gone = !stage.allowed().contains("192.0.2.0/24");
                    if (last.state() == State.DONE) {
                        assertTrue(whole && gone, what);
                    } else if (last.state() == State.FAILED && all.size() == 1) {
                        assertEquals(List.of("192.0.2.0/24"), stage.allowed(), what);
                    }
                });
    }

    private static void runAnyhow(Change change) {
        try {
            change.action().run();
        } catch (ProblemException _) {
            // the storm; what matters is what is in effect afterwards
        }
    }

    private void lookAnyhow() {
        try {
            new Operations(provider, log, stage.clock()).look();
        } catch (ProblemException _) {
            // the storm
        }
    }

    /** Looks again and again until everything has ended. */
    static List<Operation> ended(Provider provider, OperationLog log, ProviderStage stage)
            throws ProblemException {
        Operations operations = new Operations(provider, log, stage.clock());
        List<Operation> all = operations.look();
        for (int i = 0; i < ROUNDS && !all.stream().allMatch(each -> each.state().ended()); i++) {
            stage.pass(ROUND);
            all = operations.look();
        }
        return all;
    }
}
