package dev.howdah.ui.users.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Hash;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.SomeRoles;
import dev.howdah.ui.users.list.RoleActs.Act;
import dev.howdah.ui.users.list.RoleActs.Item;
import dev.howdah.ui.users.list.RoleComparison.Difference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be done to a role, and where two roles differ. */
class RoleActsTest {
    private final Role ann = SomeRoles.login(1, "ann");

    @Test
    void everythingCanBeDoneToAPlainRoleByASuperuser() {
        RoleActs acts = acts(SomeRoles.in(ann, SomeRoles.group(2, "readers")), true, false);

        assertEquals(
                List.of(
                        "Reset password…",
                        "Expiry…",
                        "Lock (NOLOGIN)…",
                        "Connection limit…",
                        "Parameter at login…",
                        "Make it a member of…",
                        "Take it out of a role…",
                        "Add a member…",
                        "Remove a member…",
                        "Attributes…",
                        "Rename…",
                        "Comment…",
                        "Drop…"),
                acts.items().stream().map(Item::title).toList());
        assertTrue(acts.items().stream().allMatch(item -> item.obstacle().isEmpty()));
        assertEquals(Optional.empty(), acts.locked());
    }

    @Test
    void saysForEachActWhyItCanNotWork() {
        Role self = SomeRoles.login(1, "postgres");

        RoleActs acts = acts(self, false, false);

        assertEquals(
                "We are logged in as postgres, and could lock ourselves out.",
                obstacle(acts, Act.DROP));
        assertEquals("", obstacle(acts, Act.COMMENT));
        assertEquals("It is a member of no role.", obstacle(acts, Act.LEAVE));
        assertEquals("It has no members.", obstacle(acts, Act.REMOVE_MEMBER));
        assertEquals(
                "We are logged in as postgres, and could lock ourselves out.",
                obstacle(acts, Act.ATTRIBUTES));
        assertEquals(Optional.empty(), acts.locked());
    }

    @Test
    void locksEverythingOnAReadOnlyProfile() {
        assertEquals(
                Optional.of("The profile of this server is read-only."),
                acts(ann, false, true).locked());
    }

    @Test
    void callsPasswordsWeakThatAreMd5OrMissingButNotThoseThatAreHidden() {
        assertTrue(RoleFilter.isWeak(SomeRoles.hashed(ann, Hash.MD5)));
        assertTrue(RoleFilter.isWeak(SomeRoles.hashed(ann, Hash.NONE)));
        assertEquals(false, RoleFilter.isWeak(SomeRoles.hashed(ann, Hash.HIDDEN)));
        assertEquals(false, RoleFilter.isWeak(SomeRoles.hashed(ann, Hash.SCRAM)));
        assertEquals(
                false,
                RoleFilter.isWeak(SomeRoles.hashed(SomeRoles.group(2, "readers"), Hash.NONE)));
    }

    @Test
    void namesOnlyWhatDiffers() {
        RoleComparison comparison =
                RoleComparison.of(
                        SomeRoles.using(ann, 3, 5),
                        SomeRoles.hashed(SomeRoles.login(2, "ben"), Hash.MD5));

        assertEquals(
                List.of(
                        new Difference("Password kept as", "SCRAM", "MD5"),
                        new Difference("CONNECTION LIMIT", "5", "–")),
                comparison.differences());
    }

    private static RoleActs acts(Role role, boolean hasMembers, boolean readOnly) {
        RolesSnapshot snapshot = SomeRoles.snapshot(role);
        return RoleActs.of(role, hasMembers, snapshot.rights(role), readOnly);
    }

    private static String obstacle(RoleActs acts, Act act) {
        return acts.items().stream()
                .filter(item -> item.act() == act)
                .map(Item::obstacle)
                .findFirst()
                .orElseThrow();
    }
}
