package dev.howdah.health.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.health.Finding;
import dev.howdah.health.HealthRule;
import dev.howdah.health.Judged;
import dev.howdah.health.session.SessionFacts.BlockedSession;
import dev.howdah.health.session.SessionFacts.OpenSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said about sessions. */
class SessionRulesTest {

    private static OpenSession session(String application, Duration duration) {
        return new OpenSession(8123, "orders", application, duration);
    }

    private static SessionFacts idle(OpenSession... sessions) {
        return new SessionFacts(0, List.of(sessions), List.of(), List.of(), List.of());
    }

    private static SessionFacts running(OpenSession... sessions) {
        return new SessionFacts(0, List.of(), List.of(sessions), List.of(), List.of());
    }

    private static SessionFacts inTransaction(OpenSession... sessions) {
        return new SessionFacts(0, List.of(), List.of(), List.of(sessions), List.of());
    }

    private static SessionFacts blocked(BlockedSession... sessions) {
        return new SessionFacts(0, List.of(), List.of(), List.of(), List.of(sessions));
    }

    private static SessionFacts hidden(int sessions) {
        return new SessionFacts(sessions, List.of(), List.of(), List.of(), List.of());
    }

    private static String judged(HealthRule rule, SessionFacts facts) {
        return Judged.by(rule, SessionFacts.class, facts);
    }

    @Test
    void idleInTransactionWarnsFromOneMinuteOn() {
        HealthRule rule = new IdleInTransaction();

        assertEquals(
                "OK: No session has been idle in a transaction for 1 min or longer.",
                judged(rule, idle(session("report", Duration.ofSeconds(59)))));
        assertEquals(
                "WARNING: 1 session is idle in a transaction for 1 min (report).",
                judged(rule, idle(session("report", Duration.ofMinutes(1)))));
        assertEquals(
                "CRITICAL: 2 sessions are idle in a transaction, the longest for 14 min (orders).",
                judged(
                        rule,
                        idle(
                                session("", Duration.ofMinutes(14)),
                                session("report", Duration.ofMinutes(2)),
                                session("quick", Duration.ofSeconds(3)))));
    }

    @Test
    void aLongStatementIsNeverMoreThanAWarning() {
        HealthRule rule = new LongRunningStatement();

        assertEquals(
                "OK: No statement has been running for 1 min or longer.",
                judged(rule, running(session("report", Duration.ofSeconds(59)))));
        assertEquals(
                "NOTICE: 1 statement has been running for 1 min (report).",
                judged(rule, running(session("report", Duration.ofMinutes(1)))));
        assertEquals(
                "WARNING: 2 statements have been running for long, the longest for 3 h (report).",
                judged(
                        rule,
                        running(
                                session("report", Duration.ofHours(3)),
                                session("other", Duration.ofMinutes(1)))));
    }

    @Test
    void anOldTransactionIsNoticedWhetherOrNotItWorks() {
        HealthRule rule = new LongTransaction();

        assertEquals(
                "OK: No transaction has been open for 10 min or longer.",
                judged(rule, inTransaction(session("job", Duration.ofSeconds(599)))));
        assertEquals(
                "NOTICE: 1 transaction has been open for 10 min (job).",
                judged(rule, inTransaction(session("job", Duration.ofMinutes(10)))));
        assertEquals(
                "WARNING: 2 transactions have been open for long, the oldest for 2 d (job).",
                judged(
                        rule,
                        inTransaction(
                                session("job", Duration.ofDays(2)),
                                session("other", Duration.ofMinutes(10)))));
    }

    @Test
    void aLockWaitNamesTheTableWhenThereIsOne() {
        HealthRule rule = new BlockedSessions();
        BlockedSession onTable =
                new BlockedSession(
                        session("shop", Duration.ofSeconds(130)),
                        Optional.of("orders.order_items"),
                        List.of(7990));
        BlockedSession onRow =
                new BlockedSession(
                        session("shop", Duration.ofSeconds(10)), Optional.empty(), List.of());
        BlockedSession brief =
                new BlockedSession(
                        session("shop", Duration.ofSeconds(9)), Optional.empty(), List.of());

        assertEquals(
                "OK: Nobody has been waiting for a lock for 10 s or longer.",
                judged(rule, blocked(brief)));
        assertEquals(
                "WARNING: 1 session has been waiting for a lock for 10 s (shop).",
                judged(rule, blocked(onRow, brief)));
        assertEquals(
                "CRITICAL: 1 session has been waiting for a lock on orders.order_items for"
                        + " 2 min 10 s (shop).",
                judged(rule, blocked(onTable)));
        assertEquals(
                "CRITICAL: 2 sessions wait for a lock, the longest on orders.order_items for"
                        + " 2 min 10 s (shop).",
                judged(rule, blocked(onTable, onRow)));
    }

    @Test
    void hiddenSessionsAreNotTakenForHarmlessOnes() {
        assertEquals(
                "NOT_PERMITTED: 1 session is hidden from our role; none of the others is idle in a"
                        + " transaction for long.",
                judged(new IdleInTransaction(), hidden(1)));
        assertEquals(
                "NOT_PERMITTED: 12 sessions are hidden from our role; none of the others waits for"
                        + " a lock.",
                judged(new BlockedSessions(), hidden(12)));
        assertEquals(
                "NOT_PERMITTED: 12 sessions are hidden from our role; none of the others runs a"
                        + " statement for long.",
                judged(new LongRunningStatement(), hidden(12)));
        assertEquals(
                "NOT_PERMITTED: 12 sessions are hidden from our role; none of the others has a"
                        + " transaction open for long.",
                judged(new LongTransaction(), hidden(12)));
    }

    @Test
    void whatWeDoSeeIsSaidEvenWhenOthersAreHidden() {
        SessionFacts facts =
                new SessionFacts(
                        3,
                        List.of(session("report", Duration.ofMinutes(14))),
                        List.of(),
                        List.of(),
                        List.of());

        assertEquals(
                "CRITICAL: 1 session is idle in a transaction for 14 min (report).",
                judged(new IdleInTransaction(), facts));
    }

    @Test
    void aFindingCarriesItsNumberItsLimitAndTheWayToTheSession() {
        Finding finding =
                Judged.finding(
                        new IdleInTransaction(),
                        SessionFacts.class,
                        idle(session("report", Duration.ofMinutes(14))));

        assertEquals(
                new Finding(
                        "idleInTransaction",
                        80,
                        Finding.Severity.CRITICAL,
                        "Idle in transaction",
                        "1 session is idle in a transaction for 14 min (report).",
                        "Their locks stay, and VACUUM can't remove rows that they might still see.",
                        "Find out what the application waits for. Terminating the session rolls its"
                                + " transaction back; idle_in_transaction_session_timeout does so"
                                + " by itself.",
                        "14 min",
                        "1 min",
                        Optional.of(Finding.Where.ACTIVITY),
                        "8123",
                        Optional.empty()),
                finding);
    }
}
