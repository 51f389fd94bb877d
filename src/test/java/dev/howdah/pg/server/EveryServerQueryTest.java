package dev.howdah.pg.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Answer;
import dev.howdah.core.ProblemException;
import dev.howdah.pg.Query;
import dev.howdah.testing.TestServer;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of this subject, on every major version, for every kind of role. */
class EveryServerQueryTest {
    private static final List<Query<?>> FOR_EVERYBODY =
            List.of(
                    new VitalsQuery(),
                    new ArchiverQuery(),
                    new ReplicationQuery(),
                    new ServerFactsQuery(),
                    new SizesQuery(),
                    new SchemasQuery(false),
                    new SchemasQuery(true),
                    new LargestTablesQuery(),
                    new WraparoundQuery(),
                    new HorizonQuery(),
                    new HealthFactsQuery(),
                    new SequencesQuery(),
                    new InvalidIndexesQuery(),
                    new DeadRowsQuery(),
                    new VectorIndexesQuery());

    @BeforeAll
    static void makeRoles() throws SQLException {
        for (int major : TestServer.majors()) {
            Asking.makeRoles(TestServer.of(major));
        }
    }

    @AfterAll
    static void removeRoles() throws SQLException {
        for (int major : TestServer.majors()) {
            Asking.removeRoles(TestServer.of(major));
        }
    }

    static Stream<Arguments> majorsAndRoles() {
        return TestServer.majors().stream()
                .flatMap(major ->
                        Stream.of("postgres", Asking.MONITOR, Asking.PLAIN)
                                .map(role -> Arguments.of(major, role)));
    }

    @ParameterizedTest
    @MethodSource("majorsAndRoles")
    void isAnsweredInOneRoundTrip(int major, String role) throws ProblemException {
        try (Asking asking = Asking.as(role, TestServer.of(major))) {
            for (Answer<?> answer : asking.askAll(FOR_EVERYBODY)) {
                assertEquals(Answer.Got.class, answer.getClass(), answer::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("majorsAndRoles")
    void saysWhichGrantOpensTheWalFolder(int major, String role) throws ProblemException {
        try (Asking asking = Asking.as(role, TestServer.of(major))) {
            Answer<?> answer = asking.askAll(List.of(new WalFilesQuery())).getFirst();

            String outcome =
                    switch (answer) {
                        case Answer.Got<?> _ -> "";
                        case Answer.Failed<?> failed -> failed.reason().remedy();
                    };
            assertEquals(
                    role.equals(Asking.PLAIN)
                            ? "Let an administrator run: GRANT pg_monitor TO \"asks_plain\";"
                            : "",
                    outcome);
        }
    }
}
