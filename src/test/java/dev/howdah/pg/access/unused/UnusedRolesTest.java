package dev.howdah.pg.access.unused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.pg.access.effect.AccessCatalog;
import dev.howdah.pg.access.effect.EffectiveAccess;
import dev.howdah.testing.TestServer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A role counts as unused when nobody has worked as it, and the grants it alone has with it. */
class UnusedRolesTest {

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void findsRolesThatNobodyHasWorkedAs(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (AccessCatalog catalog = new AccessCatalog(server)) {
            ProblemException without =
                    assertThrows(
                            ProblemException.class,
                            () ->
                                    catalog.ask(
                                            AccessCatalog.ADMINISTRATOR, new RoleActivityQuery()));
            catalog.run("CREATE EXTENSION pg_stat_statements", "SELECT pg_stat_statements_reset()");
            catalog.runAs("ac_ann", "SELECT 1");

            EffectiveAccess access = catalog.access(AccessCatalog.ADMINISTRATOR, false);
            RoleActivitySnapshot activity =
                    catalog.ask(AccessCatalog.ADMINISTRATOR, new RoleActivityQuery());

            assertEquals(Problem.Kind.NOT_SUPPORTED, without.problem().kind());
            assertEquals(major >= 14, activity.since().isPresent());
            assertEquals(major >= 14, activity.isComplete());
            List<String> unused =
                    UnusedRoles.of(access, activity).stream()
                            .filter(u -> catalog.roles().contains(u.role().name()))
                            .map(u ->
                                    "%s %d %d %d"
                                            .formatted(
                                                    u.role().name(),
                                                    u.tableGrants(),
                                                    u.otherGrants(),
                                                    u.owned()))
                            .toList();
            Set<Long> oids = UnusedRoles.oids(access.roles(), activity);
            assertEquals(
                    UnusedRoles.of(access, activity).stream()
                            .map(each -> each.role().oid())
                            .collect(Collectors.toSet()),
                    oids);
            assertEquals(
                    3,
                    UnusedRoles.grants(access.roles(), access.objects(), oids).stream()
                            .filter(grant -> grant.role().name().equals("ac_eve"))
                            .map(grant -> grant.object().oid())
                            .distinct()
                            .count());
            assertTrue(unused.contains("ac_eve 3 0 0"), unused.toString());
            assertTrue(unused.contains("ac_bob 0 0 0"), unused.toString());
            for (String used : List.of("ac_ann", "ac_write", "ac_read", "ac_administrator")) {
                assertFalse(unused.stream().anyMatch(u -> u.startsWith(used + " ")), used);
            }
        }
    }
}
