package dev.howdah.health.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.health.Finding;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.Judged;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupEntry.State;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.ServiceState;
import dev.howdah.provider.service.Switch;
import dev.howdah.provider.service.Switch.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is said about the provider's backups and allowlist. */
class ProviderRulesTest {

    private static BackupEntry backup(State state, Duration age) {
        Instant at = Judged.NOW.minus(age);
        return new BackupEntry(
                "b",
                "b",
                at.minusSeconds(60),
                Optional.empty(),
                state == State.DONE ? Optional.of(at) : Optional.empty(),
                state,
                BackupEntry.Kind.SCHEDULED,
                BackupEntry.Form.BASE_BACKUP,
                OptionalLong.empty(),
                Optional.empty());
    }

    private static String backups(BackupEntry... entries) {
        return Judged.by(
                new BackupAge(),
                BackupList.class,
                new BackupList(Arrays.asList(entries), OptionalInt.empty(), "Kept for 7 days."));
    }

    private static String allowlist(boolean emptyMeansOpen, String... ranges) {
        List<AllowRule> rules =
                Arrays.stream(ranges)
                        .map(range -> AllowRule.of(Cidr.parse(range).orElseThrow(), ""))
                        .toList();
        return Judged.by(
                new OpenToEverybody(),
                Allowlist.class,
                new Allowlist(rules, List.of(), emptyMeansOpen, 30, true, true, Duration.ZERO));
    }

    @Test
    void theNewestFinishedBackupCounts() {
        assertEquals(
                "OK: The provider finished its newest backup 1 d 1 h ago.",
                backups(
                        backup(State.FAILED, Duration.ofHours(1)),
                        backup(State.RUNNING, Duration.ofMinutes(1)),
                        backup(State.DONE, Duration.ofHours(25)),
                        backup(State.DONE, Duration.ofHours(49))));
        assertEquals(
                "WARNING: The provider finished its newest backup 1 d 2 h ago.",
                backups(backup(State.DONE, Duration.ofHours(26))));
        assertEquals(
                "CRITICAL: The provider finished its newest backup 2 d 2 h ago.",
                backups(backup(State.DONE, Duration.ofHours(50))));
    }

    @Test
    void aBackupThatFailedOrIsOfAnUnknownKindIsNone() {
        String none = "CRITICAL: The provider has no finished backup of this server.";

        assertEquals(none, backups());
        assertEquals(none, backups(backup(State.FAILED, Duration.ofHours(1))));
        assertEquals(none, backups(backup(State.UNKNOWN, Duration.ofHours(1))));
    }

    @Test
    void everybodyIsARangeWithoutAPrefixOrAnEmptyListThatMeansSo() {
        assertEquals(
                "OK: The provider lets in 2 ranges of addresses, not everybody.",
                allowlist(true, "203.0.113.0/24", "2001:db8::/32"));
        assertEquals(
                "WARNING: The provider lets every address on the internet connect: 0.0.0.0/0,"
                        + " ::/0.",
                allowlist(true, "0.0.0.0/0", "203.0.113.0/24", "::/0"));
        assertEquals(
                "WARNING: The provider's allowlist is empty, which lets every address on the"
                        + " internet connect.",
                allowlist(true));
        assertEquals("OK: The provider lets in no address, not everybody.", allowlist(false));
        assertEquals(
                "OK: The list lets in every address (0.0.0.0/0), but the server listens on this"
                        + " desktop alone.",
                Judged.by(
                        new OpenToEverybody(),
                        Allowlist.class,
                        new Allowlist(
                                List.of(AllowRule.of(Cidr.parse("0.0.0.0/0").orElseThrow(), "")),
                                List.of(),
                                false,
                                30,
                                true,
                                true,
                                Duration.ZERO,
                                true)));
    }

    private static Finding publicAccess(Map<Switch, Switch.Position> switches) {
        return Judged.finding(
                new PublicAccess(),
                ServiceFacts.class,
                new ServiceFacts(
                        "ad-1",
                        "shop",
                        Optional.empty(),
                        ServiceState.RUNNING,
                        "running",
                        "starter",
                        "16",
                        List.of(),
                        switches,
                        Map.of(Switch.PUBLIC_ACCESS, "publicly-available"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static String publicAccess(Switch.Position position) {
        Finding finding = publicAccess(Map.of(Switch.PUBLIC_ACCESS, position));
        return finding.severity() + ": " + finding.sentence();
    }

    @Test
    void aSwitchThatLetsTheInternetInIsJudgedInTheProvidersWords() {
        assertEquals(
                "WARNING: The provider lets every address on the internet connect: its switch"
                        + " publicly-available is on.",
                publicAccess(Position.ON));
        assertEquals(
                "WARNING: The provider is about to let every address on the internet connect: its"
                        + " switch publicly-available is being turned on.",
                publicAccess(Position.TURNING_ON));
        assertEquals(
                "WARNING: The provider may still let every address on the internet connect: its"
                        + " switch publicly-available is being turned off.",
                publicAccess(Position.TURNING_OFF));
        assertEquals(
                "OK: The provider lets nobody in from the internet: its switch publicly-available"
                        + " is off.",
                publicAccess(Position.OFF));
        for (Position nobodyKnows : List.of(Position.TURNING, Position.FAILED, Position.UNKNOWN)) {
            assertEquals(
                    "UNKNOWN: Whether the provider lets every address on the internet connect is"
                            + " not known: its switch publicly-available is neither on nor off.",
                    publicAccess(nobodyKnows));
        }
        assertEquals(
                Optional.of(Where.SWITCHES),
                publicAccess(Map.of(Switch.PUBLIC_ACCESS, Position.ON)).where());
        assertEquals(
                Severity.NOT_APPLICABLE,
                publicAccess(Map.of(Switch.FORCE_TLS, Position.ON)).severity());
    }

    @Test
    void aServerWithoutSuchAProviderIsNotJudged() {
        Problem nobody =
                Problem.of(Problem.Kind.NOT_SUPPORTED, "No provider is known.", "Nothing.");

        Finding backups =
                new BackupAge()
                        .judge(Judged.input(BackupList.class, new Reading.Unavailable<>(nobody)));
        Finding allowlist =
                new OpenToEverybody()
                        .judge(Judged.input(Allowlist.class, new Reading.Unavailable<>(nobody)));
        Finding access =
                new PublicAccess()
                        .judge(Judged.input(ServiceFacts.class, new Reading.Unavailable<>(nobody)));

        assertEquals(
                List.of(Severity.NOT_APPLICABLE, Severity.NOT_APPLICABLE, Severity.NOT_APPLICABLE),
                List.of(backups.severity(), allowlist.severity(), access.severity()));
        assertEquals("No provider is known.", backups.sentence());
    }
}
