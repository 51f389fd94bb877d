package dev.howdah.provider.trial.guard;

import static dev.howdah.provider.trial.guard.TrialStage.LIMIT;
import static dev.howdah.provider.trial.guard.TrialStage.SECOND;
import static dev.howdah.provider.trial.guard.TrialStage.TURNED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.provider.service.Switch;
import dev.howdah.provider.trial.TrialState.Cause;
import dev.howdah.provider.trial.TrialState.End;
import dev.howdah.provider.trial.TrialState.OnTrial;
import dev.howdah.provider.trial.TrialWords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A switch that may shut us out turns back unless it is proven and kept. */
class SwitchTrialTest {
    private static final Switch PUBLIC = Switch.PUBLIC_ACCESS;

    @TempDir Path folder;
    private TrialStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new TrialStage(folder, false);
        stage.turned(Switch.FORCE_TLS, true);
        stage.turned(PUBLIC, true);
        assertTrue(stage.isLetIn());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** Its time begins when the provider shows it, which takes 45 s. */
    @Test
    void turnsPublicAccessOnAgainWhenNoNewConnectionWorks() throws Exception {
        Change off = stage.turn(PUBLIC, false);
        assertTrue(off.warnings().getLast().contains("60 s"));
        stage.run(off);
        OnTrial turning = assertInstanceOf(OnTrial.class, stage.after(SECOND));
        assertFalse(turning.inEffect());
        assertEquals(
                "Public access is being turned off; then a new connection can prove that you get"
                        + " in. It has 4 min 59 s for that.",
                TrialWords.sentence(
                        new OnTrial(
                                turning.trial(),
                                turning.now(),
                                Optional.empty(),
                                false,
                                Optional.empty())));

        OnTrial shut = assertInstanceOf(OnTrial.class, stage.after(TURNED));
        assertFalse(stage.isLetIn());
        assertEquals(LIMIT, shut.left());
        stage.after(SECOND);
        stage.guard().keep();
        OnTrial unproven = assertInstanceOf(OnTrial.class, stage.after(SECOND));
        assertEquals("58 s, then public access is turned on again.", TrialWords.left(unproven));

        stage.after(LIMIT);
        assertEquals(
                "Public access could not be turned on again yet, after 1 attempt. The console"
                        + " tries until it works.",
                TrialWords.sentence(stage.guard().news().state()));
        stage.after(TURNED);

        assertEquals(Cause.NO_CONNECTION, stage.cause());
        assertEquals(End.WENT_BACK, stage.end());
        assertEquals(
                "Public access is on again.", TrialWords.sentence(stage.guard().news().state()));
        assertTrue(stage.isLetIn());
        assertEquals(List.of(), stage.onDisk());
    }

    @Test
    void keepsPublicAccessThatIsProvenAndKeptAndTriesItsWayBack() throws Exception {
        stage.turned(PUBLIC, false);
        stage.run(stage.turn(PUBLIC, true));
        stage.after(TURNED);
        stage.after(SECOND);
        OnTrial on = assertInstanceOf(OnTrial.class, stage.after(SECOND));
        assertTrue(on.isProven());
        stage.guard().keep();
        stage.after(SECOND);
        assertEquals(End.KEPT, stage.end());
        stage.after(Duration.ofHours(1));
        assertTrue(stage.isLetIn(), "kept for good");

        Change back = stage.provider().wayBack(TrialStage.TARGET, stage.operation()).orElseThrow();
        stage.run(stage.guard().changes().back(back, stage.operation()));
        stage.after(TURNED);
        assertFalse(stage.isLetIn());
        for (int i = 0; i < 40 && !stage.onDisk().isEmpty(); i++) {
            stage.after(LIMIT);
        }
        assertTrue(stage.isLetIn(), "the undo would have shut us out");
    }

    /** Killed while the provider turns it, or when it is turned. */
    @Test
    void turnsBackAtTheNextStartWhatACrashLeft() throws Exception {
        for (Duration until : List.of(SECOND, TURNED)) {
            stage.run(stage.turn(PUBLIC, false));
            stage.after(until);
            stage.die();
            stage.after(Duration.ofMinutes(10));
            for (int i = 0; i < 40 && !stage.onDisk().isEmpty(); i++) {
                stage.after(LIMIT);
            }

            assertEquals(Cause.LEFT, stage.cause());
            assertTrue(stage.isLetIn());
        }
    }

    @Test
    void goesOnAfterAQuickStartWithTheTimeThatIsLeft() throws Exception {
        stage.turned(PUBLIC, false);
        stage.run(stage.turn(PUBLIC, true));
        stage.after(TURNED);
        stage.die();
        stage.after(Duration.ofSeconds(20));
        OnTrial on = assertInstanceOf(OnTrial.class, stage.after(SECOND));
        assertEquals(LIMIT.minus(Duration.ofSeconds(21)), on.left());
        OnTrial proven = assertInstanceOf(OnTrial.class, stage.after(SECOND));
        assertTrue(proven.isProven());
    }

    @Test
    void triesForcedTlsOnlyWhenOurOwnLoginsHaveNone() throws Exception {
        stage.turned(PUBLIC, false);
        stage.turned(Switch.FORCE_TLS, false);
        Change plain = stage.turn(Switch.FORCE_TLS, true);
        assertFalse(String.join(" ", plain.warnings()).contains("60 s"));

        stage.withoutTls();
        stage.run(stage.turn(Switch.FORCE_TLS, true));
        stage.after(TURNED);
        assertEquals(1, stage.onDisk().size());
        ProblemException busy =
                assertThrows(ProblemException.class, () -> stage.run(stage.turn(PUBLIC, true)));
        assertEquals(Problem.Kind.LOCKED, busy.problem().kind());
        for (int i = 0; i < 40 && !stage.onDisk().isEmpty(); i++) {
            stage.after(LIMIT);
        }
        assertEquals(End.WENT_BACK, stage.end());
        assertFalse(stage.scalingo.hasFeature("force-ssl"));
        assertFalse(
                String.join(" ", stage.turn(Switch.FORCE_TLS, false).warnings()).contains("60 s"),
                "turning it off shuts nobody out");
    }
}
