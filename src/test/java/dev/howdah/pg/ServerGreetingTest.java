package dev.howdah.pg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.testing.FaultProxy;
import dev.howdah.testing.TestCertificate;
import dev.howdah.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server shows before any login, and that nothing is told to it meanwhile. */
class ServerGreetingTest {
    @TempDir private Path folder;

    @Test
    void tlsIsShownWithItsCertificateAsOpensslShowsIt() throws Exception {
        TestCertificate made =
                TestCertificate.selfSigned(folder, "db.example", "dns:db.example,ip:127.0.0.1");
        try (TestServer server =
                TestServer.start(
                        18,
                        Map.of(
                                "ssl", "on",
                                "ssl_cert_file", made.certificate().toString(),
                                "ssl_key_file", made.key().toString()))) {
            ServerGreeting.Tls tls = tlsOf(target(server.host(), server.port())).orElseThrow();

            assertEquals("TLSv1.3", tls.protocol());
            assertEquals(List.of("db.example", "127.0.0.1"), tls.names());
            assertEquals("CN=db.example", tls.certificate().getSubjectX500Principal().getName());
            assertTrue(tls.sha256().matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"), tls::sha256);
            assertEquals(
                    Files.readString(made.certificate()).replaceAll("-----[A-Z ]+-----|\\s", ""),
                    java.util.Base64.getEncoder().encodeToString(tls.certificate().getEncoded()));
        }
    }

    @Test
    void aServerWithoutTlsHasNoneAndLearnsNothing() throws Exception {
        try (FaultProxy proxy = FaultProxy.to(TestServer.newest())) {
            assertEquals(Optional.empty(), tlsOf(target("127.0.0.1", proxy.port())));

            assertEquals(8, proxy.sentByClients().length());
        }
    }

    @Test
    void aServerThatHangsUpIsAProblem() throws Exception {
        try (FaultProxy proxy = FaultProxy.to(TestServer.newest())) {
            proxy.cutAfter(0);
            ProblemException hungUp =
                    assertThrows(
                            ProblemException.class, () -> tlsOf(target("127.0.0.1", proxy.port())));

            assertEquals(Kind.UNREACHABLE, hungUp.problem().kind());
        }
    }

    @Test
    void aHostThatNobodyKnowsIsNamed() {
        ProblemException unknown =
                assertThrows(
                        ProblemException.class, () -> tlsOf(target("no-such-host.invalid", 5432)));

        assertEquals("This host name is not known.", unknown.problem().sentence());
    }

    private static Optional<ServerGreeting.Tls> tlsOf(PgTarget target) throws ProblemException {
        try (ServerGreeting greeting = new ServerGreeting()) {
            greeting.reach(target);
            return greeting.askForTls(target);
        }
    }

    private static PgTarget target(String host, int port) {
        return PgTarget.of(host, port, "db", "user", TlsMode.REQUIRE);
    }
}
