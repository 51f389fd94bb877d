package dev.howdah.ui.stats.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.SomeSession;
import dev.howdah.pg.activity.signal.BackendSignals;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the buttons say and offer for a selection. */
final class SessionActsTest {

    private static SessionActs acts(boolean readOnly, SessionRow... selected) {
        SessionActs acts =
                new SessionActs(signals(), new ChangeTarget("x", Environment.LAB, readOnly), "dba");
        acts.on(() -> List.of(selected));
        return acts;
    }

    @SuppressWarnings("NullAway") // describing a change must touch neither
    private static BackendSignals signals() {
        return new BackendSignals(null, null);
    }

    private static String said(SessionActs acts) {
        return "%s %s, %s %s. %s"
                .formatted(
                        acts.cancel().title().get(),
                        acts.cancel().impossible().get() ? "off" : "on",
                        acts.terminate().title().get(),
                        acts.terminate().impossible().get() ? "off" : "on",
                        acts.obstacle().get());
    }

    @Test
    void nothingIsOfferedForNothing() {
        assertEquals("Cancel query off, Terminate session off. ", said(acts(false)));
        assertEquals(Optional.empty(), acts(false).terminateSelected());
    }

    @Test
    void namesHowMany() {
        SessionRow one = SomeSession.active(1).row();
        SessionRow other = SomeSession.active(2).row();

        assertEquals("Cancel query on, Terminate session on. ", said(acts(false, one)));
        assertEquals(
                "Cancel 2 queries on, Terminate 2 sessions on. ", said(acts(false, one, other)));
        assertEquals(
                Optional.of("Terminate 2 sessions"),
                acts(false, one, other).terminateSelected().map(Change::title));
    }

    @Test
    void leavesOutWhoCantBeMeantAndSaysWhy() {
        SessionActs acts =
                acts(
                        false,
                        SomeSession.active(1).row(),
                        SomeSession.active(2).ofType("walsender").row(),
                        SomeSession.idle(3).row());

        assertEquals(
                "Cancel query on, Terminate 2 sessions on. Session 2 sends changes to a replica."
                        + " Stop it there, else it comes back at once.",
                said(acts));
        assertEquals(
                Optional.of("Cancel query of 1 session"), acts.cancelSelected().map(Change::title));
    }

    @Test
    void anIdleTransactionHasNothingToCancel() {
        assertEquals(
                "Cancel query off, Terminate session on. Session 1 runs no statement that could be"
                        + " cancelled.",
                said(acts(false, SomeSession.idleInTransaction(1).row())));
    }

    @Test
    void aReadOnlyProfileOffersNothing() {
        assertEquals(
                "Cancel query off, Terminate session off. The profile of this server is"
                        + " read-only.",
                said(acts(true, SomeSession.active(1).row())));
    }
}
