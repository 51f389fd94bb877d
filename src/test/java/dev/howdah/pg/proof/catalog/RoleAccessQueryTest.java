package dev.howdah.pg.proof.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.PgVisit;
import dev.howdah.pg.proof.AccessKind;
import dev.howdah.pg.proof.ExpectedAccess;
import dev.howdah.pg.proof.Gap;
import dev.howdah.pg.proof.RoleAccessSnapshot;
import dev.howdah.pg.proof.RoleAccessSnapshot.RoleAccess;
import dev.howdah.pg.proof.SomeShop;
import dev.howdah.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalog part where there is more of something than anybody reads. */
class RoleAccessQueryTest {
    @Test
    void aRoleWithTooManyGapsIsSaidToHaveMoreAndHidesNoOther() throws Exception {
        try (SomeShop shop = SomeShop.on(TestServer.newest(), true)) {
            shop.run(
                    "DO $$ BEGIN FOR i IN 1..%d LOOP EXECUTE format('CREATE SCHEMA s%%s', i);"
                                    .formatted(RoleAccessQuery.LIMIT)
                            + " EXECUTE format('GRANT CREATE ON SCHEMA s%s TO PUBLIC', i);"
                            + " EXECUTE format('GRANT CREATE ON SCHEMA s%s TO proof_a', i);"
                            + " END LOOP; END $$");
            List<RoleAccess> roles = asked(shop, "proof_b", SomeShop.READER);
            RoleAccess reader = roles.getLast();

            assertEquals(2, roles.size());
            assertTrue(reader.gapsUnread());
            assertEquals(RoleAccessQuery.LIMIT - 2, reader.gaps().size());
            assertTrue(
                    reader.gaps().stream()
                            .allMatch(gap -> gap.kind() == Gap.Kind.CREATES_IN_SCHEMA));
            assertEquals(RoleAccessQuery.LIMIT + 2, reader.counts().makers());
            assertEquals(2, reader.counts().laterReadable());
        }
    }

    @Test
    void aPredefinedReaderReadsWhateverComes() throws Exception {
        try (SomeShop shop = SomeShop.on(TestServer.newest(), false)) {
            shop.server()
                    .run(
                            "CREATE ROLE proof_all",
                            "GRANT pg_read_all_data TO proof_all",
                            "CREATE ROLE proof_none");
            List<RoleAccess> roles = asked(shop, "proof_all", "proof_none", "nobody");

            assertEquals(2, roles.size());
            assertEquals(
                    new RoleAccessSnapshot.Counts(6, 6, 0, 2, 2, 2, 2), roles.getFirst().counts());
            assertEquals(List.of(), roles.getFirst().gaps());
            assertFalse(roles.getFirst().gapsUnread());
            assertEquals(
                    new RoleAccessSnapshot.Counts(6, 0, 0, 2, 0, 2, 0), roles.getLast().counts());
        }
    }

    @Test
    void defaultsThatLeaveNothingLetTheOwnersRightsHoldAgain() throws Exception {
        try (SomeShop shop = SomeShop.on(TestServer.newest(), false)) {
            shop.server()
                    .run("CREATE ROLE proof_bare", "CREATE ROLE proof_member IN ROLE proof_bare");
            shop.run(
                    "CREATE SCHEMA bare AUTHORIZATION proof_bare",
                    "ALTER DEFAULT PRIVILEGES FOR ROLE proof_bare REVOKE ALL ON TABLES FROM proof_bare");

            List<Gap> unreadable =
                    asked(shop, "proof_member").getFirst().gaps().stream()
                            .filter(gap ->
                                    gap.kind() == Gap.Kind.LATER_NOT_READABLE
                                            && gap.schema().equals("bare")
                                            && gap.owner().equals("proof_bare"))
                            .toList();

            assertEquals(List.of(), unreadable);
            shop.run(
                    "SET ROLE proof_bare",
                    "CREATE TABLE bare.late ()",
                    "RESET ROLE",
                    "DO $$ BEGIN ASSERT has_table_privilege('proof_member', 'bare.late', 'SELECT');"
                            + " END $$");
        }
    }

    private static List<RoleAccess> asked(SomeShop shop, String... roles) throws Exception {
        try (PgVisit visit = shop.visits().in(SomeShop.DATABASE)) {
            return visit.reader()
                    .ask(
                            new RoleAccessQuery(
                                    List.of(roles).stream()
                                            .map(role ->
                                                    new ExpectedAccess(role, AccessKind.READ_ONLY))
                                            .toList()))
                    .roles();
        }
    }
}
