package dev.howdah.ui.users.role;

import static dev.howdah.pg.roles.SomeRoles.NOW;
import static dev.howdah.pg.roles.SomeRoles.group;
import static dev.howdah.pg.roles.SomeRoles.in;
import static dev.howdah.pg.roles.SomeRoles.login;
import static dev.howdah.pg.roles.SomeRoles.superuser;
import static dev.howdah.pg.roles.SomeRoles.until;
import static dev.howdah.pg.roles.SomeRoles.using;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.SomeRoles;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a role, without a screen. */
class RoleWordsTest {
    @Test
    void saysWhatARoleIsInOneSentence() {
        Role reporting = group(2, "reporting");
        Role four =
                in(login(1, "a"), group(2, "g1"), group(3, "g2"), group(4, "g3"), group(5, "g4"));
        Instant newYear = Instant.parse("2027-01-01T00:00:00Z");

        assertEquals(
                "Can log in, may not create roles or databases, member of reporting,"
                        + " expires 2027-01-01, 2 of 5 connections.",
                says(until(using(in(login(1, "a"), reporting), 2, 5), newYear)));
        assertEquals(
                "Can log in, is superuser (no right is checked), 1 connection now.",
                says(using(superuser(1, "a"), 1, -1)));
        assertEquals(
                "Cannot log in, may not create roles or databases, member of g1 and g2.",
                says(in(group(1, "a"), group(2, "g1"), group(3, "g2"))));
        assertEquals(
                "Can log in, may not create roles or databases, member of g1, g2 and 2 more,"
                        + " expired 2026-01-01, no connection now.",
                says(until(four, Instant.parse("2026-01-01T00:00:00Z"))));
        assertEquals(
                "Can log in, may not create roles or databases, 0 of 1 connection.",
                says(using(login(1, "a"), 0, 1)));
        assertEquals(
                "Can log in, may not create roles or databases, member of a\\n\\u202Eb,"
                        + " 2 connections now.",
                says(using(in(login(1, "a"), group(2, "a\n\u202Eb")), 2, -1)));
    }

    @Test
    void warnsOfExpiryLimitsAndForeignRoles() {
        assertEquals(
                List.of("DANGER The password expired 40 d ago: logging in with it is refused."),
                notices(until(login(1, "a"), NOW.minusSeconds(40 * 86_400))));
        assertEquals(
                List.of("WARNING The password expires in 6 d."),
                notices(until(login(1, "a"), NOW.plusSeconds(6 * 86_400))));
        assertEquals(List.of(), notices(until(login(1, "a"), NOW.plusSeconds(15 * 86_400))));
        assertEquals(
                List.of(),
                notices(until(group(1, "a"), NOW.minusSeconds(60))),
                "who can't log in loses nothing");
        assertEquals(
                List.of("DANGER The password expired ∞ ago: logging in with it is refused."),
                notices(until(login(1, "a"), Instant.MIN)));
        assertEquals(
                List.of("WARNING Its only connection is in use: another one is refused."),
                notices(using(login(1, "a"), 1, 1)));
        assertEquals(
                List.of(
                        "WARNING All 5 connections it may have are in use: another one is refused."),
                notices(using(login(1, "a"), 6, 5)));
        assertEquals(
                List.of("WARNING Its connection limit is 0, so it can't connect."),
                notices(using(login(1, "a"), 0, 0)));
        assertEquals(List.of("INFO This role belongs to Azure."), notices(superuser(1, "azuresu")));
    }

    private static String says(Role role) {
        return new RoleWords(ZoneOffset.UTC).sentence(role, NOW);
    }

    private static List<String> notices(Role role) {
        RolesSnapshot snapshot = SomeRoles.snapshot(role);
        return new RoleWords(ZoneOffset.UTC)
                .detail(role, snapshot, Memberships.of(snapshot)).notices().stream()
                        .map(notice -> notice.level() + " " + notice.sentence())
                        .toList();
    }
}
