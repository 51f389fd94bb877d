package dev.howdah.provider.scalingo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.Operation.State;
import dev.howdah.provider.Operations;
import dev.howdah.provider.Provider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingoFollowTest {
    private static final ChangeTarget TARGET = new ChangeTarget("shop", Environment.STAGING, false);

    @TempDir private Path folder;

    private ScalingoStages stages;

    @BeforeEach
    void start() throws Exception {
        stages = new ScalingoStages(folder);
    }

    @AfterEach
    void stop() {
        stages.close();
    }

    @Test
    void aWindowThatMovesOnBesideASleepingDesktopIsNoRecovery() throws Exception {
        Provider provider = stages.shared(false);
        stages.stage().loseNextRequest();
        provider.recover(
                        TARGET,
                        provider.recoveryWindow(),
                        stages.stage().database.earliest.plus(Duration.ofHours(1)),
                        Optional.empty())
                .action()
                .run();
        Duration night = Duration.ofHours(12);
        stages.stage().pass(night);
        stages.stage().database.earliest = stages.stage().database.earliest.plus(night);

        assertEquals(
                State.FAILED,
                new Operations(provider, stages.log(), stages.stage().clock())
                        .look()
                        .getFirst()
                        .state());
    }

    @Test
    void aWindowThatHasJustBegunIsNoRecovery() throws Exception {
        Provider provider = stages.shared(false);
        // as after another recovery
        stages.stage().database.earliest = ScalingoStage.NOON.minus(Duration.ofMinutes(5));
        stages.stage().loseNextRequest();
        provider.recover(
                        TARGET,
                        provider.recoveryWindow(),
                        ScalingoStage.NOON.minus(Duration.ofMinutes(1)),
                        Optional.empty())
                .action()
                .run();
        stages.stage().pass(Duration.ofHours(1));

        assertEquals(
                State.FAILED,
                new Operations(provider, stages.log(), stages.stage().clock())
                        .look()
                        .getFirst()
                        .state());
    }

    @Test
    void aRecoveryThatADesktopSleptThroughIsSeenAllTheSame() throws Exception {
        Provider provider = stages.shared(false);
        stages.stage().loseNextReply();
        provider.recover(
                        TARGET,
                        provider.recoveryWindow(),
                        ScalingoStage.NOON.minus(Duration.ofHours(1)),
                        Optional.empty())
                .action()
                .run();
        stages.stage().pass(Duration.ofHours(12));
        // the fake goes on with its work when it is asked
        provider.facts();

        assertEquals(
                State.DONE,
                new Operations(provider, stages.log(), stages.stage().clock())
                        .look()
                        .getFirst()
                        .state());
    }

    @Test
    void aTokenThatNoHeaderCanHoldIsToldByNobody() throws Exception {
        Provider provider = stages.shared(false);
        stages.stage().scalingo.tokenEnding = "\n";

        ProblemException refused = assertThrows(ProblemException.class, provider::facts);

        assertFalse(refused.problem().toString().contains("e30."), refused.toString());
    }
}
