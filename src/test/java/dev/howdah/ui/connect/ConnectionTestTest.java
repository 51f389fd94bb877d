package dev.howdah.ui.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.howdah.core.Problem;
import dev.howdah.pg.TlsMode;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestCertificate;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.connect.form.ServerFields.Field;
import dev.howdah.ui.connect.test.TestState;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The button "Test connection" against a real server. */
class ConnectionTestTest {
    private static final TestServer SERVER = TestServer.newest();

    @TempDir private Path folder;
    private ConnectViewModel model = SomeServers.adding(Path.of("unused"));

    @BeforeEach
    void typeTheServer() {
        model = SomeServers.adding(folder);
        SomeServers.type(model, SERVER);
    }

    @Test
    void aSuperuserIsToldWhatIsThere() throws Exception {
        SERVER.run("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");

        List<Notice> found = found();

        assertEquals(
                List.of(
                        new Notice(
                                Level.WARNING,
                                "The connection is not encrypted.",
                                "Choose verify-full, unless the server is on this machine or in a"
                                        + " network you trust."),
                        Notice.of(
                                Level.GOOD,
                                "Logged in as " + SERVER.user() + " to the database postgres.")),
                found.subList(1, 3));
        assertEquals(
                "Reached " + SERVER.host() + ", port " + SERVER.port() + ", in",
                found.getFirst().sentence().replaceFirst(" [0-9.]+ m?s\\.$", ""));
        assertEquals(
                List.of(
                        Notice.of(
                                Level.INFO,
                                SERVER.user()
                                        + " is a superuser: nothing is hidden and nothing is"
                                        + " refused."),
                        Notice.of(
                                Level.GOOD,
                                "pg_stat_statements "
                                        + SERVER.ask(
                                                "SELECT extversion FROM pg_extension WHERE extname"
                                                        + " = 'pg_stat_statements'")
                                        + " counts the statements.")),
                found.subList(4, found.size()));
        assertEquals(Level.GOOD, found.get(3).level());
        assertEquals(
                "PostgreSQL " + SERVER.ask("SHOW server_version") + ", a primary;",
                found.get(3).sentence().replaceFirst(";.*", ";"));
        assertEquals("0", leftOver(SERVER.user()));
    }

    @Test
    void aPlainRoleIsToldWhichGrantsHelp() throws Exception {
        SERVER.run(
                "DROP ROLE IF EXISTS \"Dialog Plain\"",
                "CREATE ROLE \"Dialog Plain\" LOGIN PASSWORD 'p1'");
        model.fields().text(Field.USER).set("Dialog Plain");
        model.fields().password().set("p1");

        List<Notice> found = found();

        assertEquals(
                List.of(
                        new Notice(
                                Level.WARNING,
                                "Other users' sessions and statements will be hidden.",
                                "Let an administrator run: GRANT pg_monitor TO \"Dialog Plain\";"),
                        new Notice(
                                Level.INFO,
                                "Other users' sessions can't be cancelled or terminated.",
                                "Let an administrator run: GRANT pg_signal_backend TO \"Dialog"
                                        + " Plain\";")),
                found.subList(4, 6));
        Await.until("our sessions are gone", () -> leftOver("Dialog Plain").equals("0"));
        SERVER.run("DROP ROLE \"Dialog Plain\"");
    }

    @Test
    void aRefusalIsAProblemWithItsRemedy() {
        model.fields().password().set("wrong");
        assertEquals("The server refused the password of " + SERVER.user() + ".", sentence());

        SomeServers.type(model, SERVER);
        model.fields().text(Field.DATABASE).set("nowhere");
        assertEquals("The server has no database named nowhere.", sentence());

        SomeServers.type(model, SERVER);
        model.fields().text(Field.HOST).set("no-such-host.invalid");
        assertEquals("This host name is not known.", sentence());

        SomeServers.type(model, SERVER);
        model.fields().tls().set(TlsMode.VERIFY_FULL);
        assertEquals("The server offers no TLS.", sentence());
        assertEquals(1, model.test().state().get().found().size());
    }

    @Test
    void aCertificateIsShownEvenWhenItIsNotTrusted() throws Exception {
        TestCertificate certificate =
                TestCertificate.selfSigned(folder, "db.example", "dns:db.example,ip:127.0.0.1");
        try (TestServer encrypted =
                TestServer.start(
                        18,
                        Map.of(
                                "ssl", "on",
                                "ssl_cert_file", certificate.certificate().toString(),
                                "ssl_key_file", certificate.key().toString()))) {
            SomeServers.type(model, encrypted);
            model.fields().tls().set(TlsMode.VERIFY_FULL);
            assertEquals("No trusted TLS connection could be made to this server.", sentence());

            Notice offered = model.test().state().get().found().getLast();
            assertEquals(
                    "The server offers TLSv1.3 with the certificate of CN=db.example.",
                    offered.sentence());
            assertEquals(
                    "Names in it: db.example, 127.0.0.1. Issued by CN=db.example, valid until DAY."
                            + " SHA-256 HEX",
                    offered.advice()
                            .replaceFirst("\\d{4}-\\d\\d-\\d\\d", "DAY")
                            .replaceFirst("(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$", "HEX"));

            model.fields().text(Field.CA_FILE).set(certificate.certificate().toString());
            assertEquals(
                    "The connection is encrypted, and the certificate is valid for 127.0.0.1.",
                    found().get(2).sentence());
        }
    }

    @Test
    void aWrongPortIsSaid() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            model.fields().text(Field.PORT).set(Integer.toString(free.getLocalPort()));
        }
        assertEquals("Nothing listens at this host and port.", sentence());
    }

    @Test
    void aChangedFieldOutdatesWhatWasFound() {
        found();
        model.fields().text(Field.DATABASE).set("template1");
        assertEquals(new TestState.NotRun(), model.test().state().get());
    }

    @Test
    void cancelHangsUpOnASilentServerAndItsAnswerIsIgnored() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            model =
                    new ConnectViewModel(
                            Optional.empty(),
                            SomeServers.stores(folder),
                            work ->
                                    threads.execute(() -> {
                                        work.run();
                                        ended.set(true);
                                    }),
                            Runnable::run);
            SomeServers.type(model, SERVER);
            model.fields().text(Field.PORT).set(Integer.toString(silent.getLocalPort()));
            model.startTest();
            silent.accept();
            // After its first finding the test waits for the server, and says nothing more.
            Await.until(
                    "the server was reached",
                    () ->
                            model.test().state().get() instanceof TestState.Running running
                                    && !running.found().isEmpty());

            model.test().stop();

            assertEquals(new TestState.NotRun(), model.test().state().get());
            Await.until("the test has ended", ended::get);
            assertEquals(new TestState.NotRun(), model.test().state().get());
        }
    }

    private List<Notice> found() {
        assertEquals(Optional.empty(), model.startTest());
        return assertInstanceOf(TestState.Reached.class, model.test().state().get()).found();
    }

    private String sentence() {
        assertEquals(Optional.empty(), model.startTest());
        Problem problem =
                assertInstanceOf(TestState.Failed.class, model.test().state().get()).problem();
        return problem.sentence();
    }

    /** Sessions of the console that are still open as this role. */
    private static String leftOver(String user) throws java.sql.SQLException {
        return SERVER.ask(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'howdah/%'"
                        + " AND usename = '"
                        + user
                        + "'");
    }
}
