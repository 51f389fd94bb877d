package dev.howdah;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.howdah.core.Answer;
import dev.howdah.core.Problem;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.Query;
import dev.howdah.pg.TlsMode;
import dev.howdah.testing.TestServer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question on every supported major, as superuser, as a monitor and as nobody special. */
class EveryQueryRunsTest {
    private static final String PASSWORD = "a long enough password";

    static Stream<Arguments> everyServerAndRole() {
        return TestServer.majors().stream()
                .flatMap(major ->
                        Stream.of("superuser", "monitor", "plain")
                                .map(role -> Arguments.of(major, role)));
    }

    @ParameterizedTest(name = "PostgreSQL {0} as {1}")
    @MethodSource("everyServerAndRole")
    void isAnsweredOrRefusedWithARemedy(int major, String role) throws Exception {
        TestServer server = TestServer.of(major);
        String user = "every_query_" + role;
        server.run(
                "DROP ROLE IF EXISTS " + user,
                "CREATE ROLE %s LOGIN PASSWORD '%s' %s"
                        .formatted(user, PASSWORD, role.equals("superuser") ? "SUPERUSER" : ""));
        if (role.equals("monitor")) {
            server.run("GRANT pg_monitor TO " + user);
        }
        PgTarget target =
                PgTarget.of(server.host(), server.port(), "postgres", user, TlsMode.DISABLE);
        try (PgPool pool = new PgPool(target, () -> Secret.of(PASSWORD))) {
            List<Query<?>> queries = EveryQuery.all();
            List<Answer<?>> answers = new PgReader(pool, Clock.systemUTC()).ask(queries);

            List<String> wrong = new ArrayList<>();
            for (int i = 0; i < queries.size(); i++) {
                if (answers.get(i) instanceof Answer.Failed<?>(Problem reason)
                        && !isPlainlySaid(reason, role)) {
                    wrong.add(queries.get(i).name() + ": " + reason);
                }
            }
            assertEquals(List.of(), wrong);
        } finally {
            server.run("DROP ROLE " + user);
        }
    }

    /** A superuser may everything; the others are told which grant or extension is missing. */
    private static boolean isPlainlySaid(Problem reason, String role) {
        return switch (reason.kind()) {
            case NOT_SUPPORTED -> !reason.remedy().isEmpty();
            case NOT_PERMITTED -> role.equals("plain") && reason.remedy().contains("GRANT pg_");
            default -> false;
        };
    }

    @Test
    void theListHoldsEveryQueryOfTheProgram() {
        Set<String> inProgram =
                new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("dev.howdah.pg")
                                .stream()
                                .filter(type -> type.isAssignableTo(Query.class))
                                .filter(type -> !type.isInterface())
                                .filter(type ->
                                        !type.getModifiers().contains(JavaModifier.ABSTRACT))
                                .map(JavaClass::getSimpleName)
                                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> inList =
                EveryQuery.all().stream()
                        .map(query -> query.getClass().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(inProgram.size() > 10);
        assertEquals(inProgram, inList);
    }
}
