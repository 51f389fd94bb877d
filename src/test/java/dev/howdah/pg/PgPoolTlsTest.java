package dev.howdah.pg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.testing.FaultProxy;
import dev.howdah.testing.TestCertificate;
import dev.howdah.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** TLS as chosen or not at all, and no password in clear to somebody who was not verified. */
class PgPoolTlsTest {
    @TempDir private static Path folder;

    private static TestServer server;
    private static TestServer plain;
    private static TestCertificate right;
    private static TestCertificate other;

    @BeforeAll
    static void start() throws Exception {
        right = TestCertificate.selfSigned(folder, "right", "ip:127.0.0.1");
        other = TestCertificate.selfSigned(folder, "other", "ip:127.0.0.1");
        server =
                TestServer.start(
                        18,
                        Map.of(
                                "ssl", "on",
                                "ssl_cert_file", right.certificate().toString(),
                                "ssl_key_file", right.key().toString()));
        plain = TestServer.start(18, Map.of());
        for (TestServer each : new TestServer[] {server, plain}) {
            Path rules = each.data().resolve("pg_hba.conf");
            Files.writeString(
                    rules,
                    """
                    host all in_clear 127.0.0.1/32 password
                    host all old      127.0.0.1/32 md5
                    host all new      127.0.0.1/32 scram-sha-256
                    """
                            + Files.readString(rules));
            each.run(
                    "SELECT pg_reload_conf()",
                    "SET password_encryption = 'scram-sha-256'",
                    "CREATE ROLE in_clear LOGIN PASSWORD 'canary'",
                    "CREATE ROLE new LOGIN PASSWORD 'canary'");
            try (Connection connection = each.connect();
                    var statement = connection.createStatement()) {
                statement.execute("SET password_encryption = 'md5'");
                statement.execute("CREATE ROLE old LOGIN PASSWORD 'canary'");
            }
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        plain.close();
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFY_FULL, 127.0.0.1, true",
        "VERIFY_CA,   127.0.0.1, true",
        "VERIFY_CA,   localhost, true",
        "REQUIRE,     127.0.0.1, true",
        "REQUIRE,     localhost, true",
        "DISABLE,     127.0.0.1, false"
    })
    void connectsAsChosen(TlsMode mode, String host, boolean encrypted) throws Exception {
        try (PgPool pool =
                        SomePools.as(
                                target(server, host, "new", mode, right.certificate()), "canary");
                Connection connection = pool.borrow()) {
            assertEquals(encrypted, pool.shape(connection).encrypted());
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefused() throws Exception {
        Problem problem =
                problemOf(
                        target(
                                server,
                                "localhost",
                                "new",
                                TlsMode.VERIFY_FULL,
                                right.certificate()));

        assertEquals(Kind.LOGIN_REFUSED, problem.kind());
        assertEquals(
                "The server's certificate is not for the host name localhost.", problem.sentence());
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_FULL", "VERIFY_CA"})
    void aCertificateThatNobodyVouchesForIsRefused(TlsMode mode) throws Exception {
        for (@Nullable Path ca : new @Nullable Path[] {other.certificate(), null}) {
            Problem problem = problemOf(target(server, "127.0.0.1", "new", mode, ca));

            assertEquals(Kind.LOGIN_REFUSED, problem.kind());
            assertEquals(
                    "No trusted TLS connection could be made to this server.", problem.sentence());
        }
    }

    @Test
    void aCaFileThatCantBeUsedIsNamed() throws Exception {
        Path missing = folder.resolve("missing.crt");
        Path text = Files.writeString(folder.resolve("text.crt"), "no certificate");
        for (Path useless : new Path[] {missing, text}) {
            Problem problem =
                    problemOf(target(server, "127.0.0.1", "new", TlsMode.VERIFY_FULL, useless));

            assertEquals(Kind.LOGIN_REFUSED, problem.kind());
            assertEquals("The CA file " + useless + " can't be used.", problem.sentence());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFY_FULL", "VERIFY_CA", "REQUIRE"})
    void aServerWithoutTlsIsRefusedInsteadOfReachedInClear(TlsMode mode) throws Exception {
        try (FaultProxy proxy = FaultProxy.to(plain)) {
            PgTarget target =
                    new PgTarget(
                            "127.0.0.1",
                            proxy.port(),
                            "postgres",
                            "new",
                            mode,
                            Optional.of(right.certificate()));
            Problem problem = problemOf(target);

            assertEquals(Kind.LOGIN_REFUSED, problem.kind());
            assertEquals(
                    "The server offers no TLS, or asks for a kind of login that the console does"
                            + " not know.",
                    problem.sentence());
            assertEquals(1, proxy.bursts(), "nothing is said after the server's no");
        }
    }

    @ParameterizedTest
    @CsvSource({"old", "new"})
    void aHashedPasswordIsGoodEnoughWithoutTls(String role) throws Exception {
        try (PgPool pool =
                        SomePools.as(
                                target(plain, "127.0.0.1", role, TlsMode.DISABLE, null), "canary");
                Connection connection = pool.borrow()) {
            assertEquals(role, pool.shape(connection).user());
        }
    }

    @Test
    void aPasswordInClearIsOnlyGivenToAServerThatWasVerified() throws Exception {
        try (PgPool pool =
                        SomePools.as(
                                target(
                                        server,
                                        "127.0.0.1",
                                        "in_clear",
                                        TlsMode.VERIFY_FULL,
                                        right.certificate()),
                                "canary");
                Connection connection = pool.borrow()) {
            assertTrue(pool.shape(connection).encrypted());
        }
        assertEquals(
                Kind.LOGIN_REFUSED,
                problemOf(target(server, "127.0.0.1", "in_clear", TlsMode.REQUIRE, null)).kind());
    }

    @Test
    void aPasswordInClearNeverLeavesWithoutTls() throws Exception {
        try (FaultProxy proxy = FaultProxy.to(plain)) {
            Problem problem =
                    problemOf(
                            PgTarget.of(
                                    "127.0.0.1",
                                    proxy.port(),
                                    "postgres",
                                    "in_clear",
                                    TlsMode.DISABLE));

            assertEquals(Kind.LOGIN_REFUSED, problem.kind());
            assertEquals(
                    "The server asks for the password in clear, or for a kind of login that the"
                            + " console does not know.",
                    problem.sentence());
            assertTrue(proxy.sentByClients().contains("in_clear"));
            assertFalse(proxy.sentByClients().contains("canary"));
        }
    }

    private static Problem problemOf(PgTarget target) throws ProblemException {
        try (PgPool pool = SomePools.as(target, "canary")) {
            return assertThrows(ProblemException.class, pool::borrow).problem();
        }
    }

    private static PgTarget target(
            TestServer to, String host, String user, TlsMode mode, @Nullable Path ca) {
        return new PgTarget(host, to.port(), "postgres", user, mode, Optional.ofNullable(ca));
    }
}
