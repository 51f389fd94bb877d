package dev.howdah.health.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.health.Finding;
import dev.howdah.health.HealthRule;
import dev.howdah.health.Judged;
import dev.howdah.pg.server.HealthFacts;
import dev.howdah.pg.server.HealthFacts.UnsafeSettingRow;
import dev.howdah.pg.server.ServerFacts;
import dev.howdah.pg.server.ServerFacts.DatabaseFacts;
import dev.howdah.pg.server.ServerFacts.StatementsState;
import dev.howdah.pg.server.objects.InvalidIndexesSnapshot;
import dev.howdah.pg.server.objects.InvalidIndexesSnapshot.IndexRow;
import dev.howdah.pg.server.objects.SequencesSnapshot;
import dev.howdah.pg.server.objects.SequencesSnapshot.SequenceRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said about parameters, versions, roles, and objects of the catalog. */
class ConfigurationRulesTest {

    private static String judged(HealthRule rule, HealthFacts facts) {
        return Judged.by(rule, HealthFacts.class, facts);
    }

    private static HealthFacts unsafe(UnsafeSettingRow... settings) {
        return new HealthFacts(180_006, 1, List.of(settings), List.of());
    }

    private static HealthFacts pendingRestart(String... names) {
        return new HealthFacts(180_006, 1, List.of(), List.of(names));
    }

    private static HealthFacts superusers(long count) {
        return new HealthFacts(180_006, count, List.of(), List.of());
    }

    private static HealthFacts version(int versionNum) {
        return new HealthFacts(versionNum, 1, List.of(), List.of());
    }

    @Test
    void settingsThatLoseDataAreCritical() {
        HealthRule rule = new UnsafeSettings();

        assertEquals("OK: No parameter is set unsafely.", judged(rule, unsafe()));
        assertEquals(
                "WARNING: 1 parameter is set unsafely: autovacuum is off.",
                judged(rule, unsafe(new UnsafeSettingRow("autovacuum", "off", false))));
        assertEquals(
                "CRITICAL: 2 parameters are set unsafely, fsync = off first of all.",
                judged(
                        rule,
                        unsafe(
                                new UnsafeSettingRow("fsync", "off", true),
                                new UnsafeSettingRow("autovacuum", "off", false))));
    }

    @Test
    void aPendingRestartIsMentioned() {
        HealthRule rule = new PendingRestart();

        assertEquals(
                "OK: No changed parameter waits for a restart.", judged(rule, pendingRestart()));
        assertEquals(
                "NOTICE: 1 changed parameter waits for a restart: shared_buffers.",
                judged(rule, pendingRestart("shared_buffers")));
        assertEquals(
                "NOTICE: 2 changed parameters wait for a restart, max_connections the first of"
                        + " them.",
                judged(rule, pendingRestart("max_connections", "shared_buffers")));
    }

    @Test
    void manySuperusersAreMentioned() {
        HealthRule rule = new SuperuserLogins();

        assertEquals("OK: No role is superuser and may log in.", judged(rule, superusers(0)));
        assertEquals("OK: 1 role is superuser and may log in.", judged(rule, superusers(1)));
        assertEquals("OK: 9 roles are superuser and may log in.", judged(rule, superusers(9)));
        assertEquals(
                "NOTICE: 10 roles are superuser and may log in.", judged(rule, superusers(10)));
        assertEquals(
                "NOTICE: 1 role is superuser and may log in.",
                judged(new SuperuserLogins(1), superusers(1)));
    }

    @Test
    void versionsAreJudgedByTheirLastDay() {
        HealthRule rule = new VersionSupport();

        assertEquals(
                "OK: PostgreSQL 18 gets fixes until 2030-11-14.", judged(rule, version(180_006)));
        assertEquals(
                "WARNING: PostgreSQL 14 has had no fixes since 2026-11-12.",
                judged(rule, version(140_024)));
        assertEquals(
                "OK: PostgreSQL 15 gets fixes until 2027-11-11.", judged(rule, version(150_019)));
        assertEquals(
                "NOTICE: PostgreSQL 15 gets its last fixes on 2027-11-11.",
                judged(new VersionSupport(Duration.ofDays(356)), version(150_019)));
        assertEquals(
                "WARNING: PostgreSQL 12 has had no fixes for years.",
                judged(rule, version(120_022)));
        assertEquals(
                "OK: PostgreSQL 19 is newer than this console and gets fixes.",
                judged(rule, version(190_001)));
    }

    private static SequencesSnapshot sequences(long candidates, SequenceRow... sequences) {
        return new SequencesSnapshot(candidates, 0, sequences.length, List.of(sequences));
    }

    private static SequenceRow sequence(String name, double usedPct) {
        return new SequenceRow("orders", name, "items.id", 1, 2_147_483_647, usedPct);
    }

    private static String judged(HealthRule rule, SequencesSnapshot facts) {
        return Judged.by(rule, SequencesSnapshot.class, facts);
    }

    @Test
    void sequencesAreJudgedByWhatIsUsed() {
        HealthRule rule = new SequencesNearEnd();

        assertEquals("OK: No sequence of this database can run out.", judged(rule, sequences(0)));
        assertEquals(
                "OK: The one sequence that can run out has room.",
                judged(rule, sequences(1, sequence("items_id_seq", 74.9))));
        assertEquals(
                "OK: The 2 sequences that can run out have room.",
                judged(rule, sequences(2, sequence("a", 10), sequence("b", 1))));
        assertEquals(
                "WARNING: Sequence orders.items_id_seq is used to 75 %.",
                judged(rule, sequences(1, sequence("items_id_seq", 75))));
        assertEquals(
                "CRITICAL: 2 sequences are nearly used up, most of all orders.a to 99 %.",
                judged(rule, sequences(3, sequence("a", 99.99), sequence("b", 80))));
    }

    @Test
    void sequencesThatNobodyLookedAtAreUnknown() {
        assertEquals(
                "UNKNOWN: 1 of 2 sequences could not be looked at; the others have room.",
                judged(new SequencesNearEnd(), sequences(2, sequence("a", 10))));
        assertEquals(
                "UNKNOWN: 7 of 8 sequences could not be looked at; the others have room.",
                judged(new SequencesNearEnd(), sequences(8, sequence("a", 10))));
    }

    @Test
    void sequencesThatWeMayNotReadAreNotFine() {
        Finding finding =
                Judged.finding(
                        new SequencesNearEnd(),
                        SequencesSnapshot.class,
                        new SequencesSnapshot(8, 7, 1, List.of(sequence("a", 10))));

        assertEquals(
                "NOT_PERMITTED: 7 of 8 sequences are hidden from our role; the others have room.",
                finding.severity() + ": " + finding.sentence());
        assertEquals(
                "Let an administrator grant SELECT on all sequences to the role of this profile.",
                finding.advice());
        assertEquals(
                "NOT_PERMITTED: 1 of 1 sequences is hidden from our role; the others have room.",
                judged(new SequencesNearEnd(), new SequencesSnapshot(1, 1, 0, List.of())));
    }

    private static String judged(HealthRule rule, IndexRow... indexes) {
        return Judged.by(
                rule, InvalidIndexesSnapshot.class, new InvalidIndexesSnapshot(List.of(indexes)));
    }

    @Test
    void invalidIndexesAreNamed() {
        HealthRule rule = new InvalidIndexes();
        IndexRow first = new IndexRow("orders", "items", "items_sku", 8_192);
        IndexRow second = new IndexRow("orders", "items", "items_when", 0);

        assertEquals("OK: Every index of this database is valid.", judged(rule));
        assertEquals(
                "NOTICE: 1 index is invalid: orders.items_sku on orders.items.",
                judged(rule, first));
        assertEquals(
                "NOTICE: 2 indexes are invalid, orders.items_sku on orders.items the first of them.",
                judged(rule, first, second));
    }

    private static ServerFacts server(
            Optional<String> address,
            boolean tlsOffered,
            boolean encrypted,
            StatementsState statements) {
        return new ServerFacts(
                180_006,
                "18.6",
                Judged.NOW,
                false,
                "",
                address,
                Optional.of(5432),
                true,
                tlsOffered,
                encrypted,
                8_192,
                new DatabaseFacts("shop", "shop", "UTF8", "C", Optional.empty()),
                List.of(),
                statements);
    }

    private static String judged(HealthRule rule, ServerFacts facts) {
        return Judged.by(rule, ServerFacts.class, facts);
    }

    @Test
    void aConnectionThatLeavesTheMachineShouldBeEncrypted() {
        HealthRule rule = new NotEncrypted();
        Optional<String> far = Optional.of("10.0.0.1");
        StatementsState ready = StatementsState.READY;
        String here = "NOT_APPLICABLE: Our connection does not leave this machine.";

        assertEquals(
                "OK: Our connection is encrypted.", judged(rule, server(far, true, true, ready)));
        assertEquals(here, judged(rule, server(Optional.of("127.0.0.1"), true, false, ready)));
        assertEquals(here, judged(rule, server(Optional.of("::1"), true, false, ready)));
        assertEquals(here, judged(rule, server(Optional.empty(), true, false, ready)));
        assertEquals(
                "WARNING: Our connection is not encrypted, though the server offers TLS.",
                judged(rule, server(far, true, false, ready)));
        assertEquals(
                "WARNING: Our connection is not encrypted, and the server offers no TLS.",
                judged(rule, server(far, false, false, ready)));
    }

    @Test
    void statementsThatAreNotCountedAreMentioned() {
        HealthRule rule = new StatementsNotCounted();

        assertEquals(
                List.of(
                        "OK: Statements are counted.",
                        "NOTICE: Statements are counted, but this database lacks the extension that"
                                + " shows them.",
                        "NOTICE: Statements are not counted on this server.",
                        "NOTICE: Statements are not counted on this server."),
                List.of(StatementsState.values()).stream()
                        .map(state -> judged(rule, server(Optional.empty(), true, true, state)))
                        .toList());
    }
}
