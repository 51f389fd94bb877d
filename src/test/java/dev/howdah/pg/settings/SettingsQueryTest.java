package dev.howdah.pg.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.settings.SettingsSnapshot.Change;
import dev.howdah.pg.settings.SettingsSnapshot.Origin;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters as a new session gets them, whatever our own session has set. */
class SettingsQueryTest {

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void listsAllThatTheRoleMaySee(int major) throws Exception {
        TestServer server = TestServer.of(major);
        int all = Integer.parseInt(server.ask("SELECT count(*) FROM pg_settings"));

        for (Visitor.Rights rights : Visitor.Rights.values()) {
            try (Visitor visitor = Visitor.with(rights, server)) {
                SettingsSnapshot snapshot = visitor.ask(new SettingsQuery());
                boolean plain = rights == Visitor.Rights.PLAIN;

                assertEquals(plain, snapshot.someHidden(), rights.name());
                assertEquals(!plain, find(snapshot, "data_directory").isPresent());
                if (!plain) {
                    assertEquals(all, snapshot.settings().size());
                }
                assertTrue(all > 300);
                Setting buffers = find(snapshot, "shared_buffers").orElseThrow();
                assertEquals("16 MB", buffers.value().text());
                assertEquals(
                        major >= 15 ? "128 MB" : "8 MB",
                        buffers.bootValue().text(),
                        "15 has another default");
                assertEquals(Origin.CONFIGURATION_FILE, buffers.origin());
                assertEquals(Change.RESTART, buffers.change());
                assertEquals("128 kB", buffers.range().min().orElseThrow().text());
                assertEquals("8.00 TB", buffers.range().max().orElseThrow().text());
                assertEquals("Resource Usage / Memory", buffers.category());
                assertTrue(buffers.isChanged());
                assertEquals(plain, buffers.file().isEmpty(), "the file is not for everybody");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void ourOwnLimitsNeverPassForTheServers(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Visitor visitor = Visitor.with(Visitor.Rights.MONITOR, server)) {
            SettingsSnapshot snapshot = visitor.ask(new SettingsQuery());

            for (String ours : List.of("statement_timeout", "lock_timeout", "search_path")) {
                Setting setting = find(snapshot, ours).orElseThrow();
                assertEquals(setting.bootValue(), setting.value(), ours);
                assertEquals(Origin.DEFAULT, setting.origin(), ours);
                assertFalse(setting.isChanged(), ours);
            }
            assertEquals(
                    Origin.THIS_CONSOLE, find(snapshot, "client_encoding").orElseThrow().origin());
        }
    }

    @Test
    void saysWhoSetAValueForOurRole() throws Exception {
        TestServer server = TestServer.newest();
        try (Visitor visitor = Visitor.with(Visitor.Rights.PLAIN, server)) {
            server.run(
                    "ALTER ROLE visitor_plain SET temp_buffers = '7MB'",
                    "ALTER ROLE visitor_plain SET statement_timeout = '1min'",
                    "ALTER ROLE visitor_plain IN DATABASE postgres SET maintenance_work_mem = '9MB'");

            SettingsSnapshot snapshot = visitor.ask(new SettingsQuery());

            assertEquals("7 MB ROLE", described(snapshot, "temp_buffers"));
            assertEquals("9 MB ROLE_IN_DATABASE", described(snapshot, "maintenance_work_mem"));
            assertEquals("1 min ROLE", described(snapshot, "statement_timeout"));
            assertTrue(find(snapshot, "statement_timeout").orElseThrow().isChanged());
        }
    }

    @Test
    void findsWhoSetWhatOurOwnLimitsHide() throws Exception {
        Map<String, String> settings = Map.of("lock_timeout", "3s", "jit", "off");
        try (TestServer server = TestServer.start(18, settings)) {
            try (Visitor visitor = Visitor.with(Visitor.Rights.PLAIN, server)) {
                server.run(
                        "ALTER DATABASE postgres SET statement_timeout = '9min'",
                        "ALTER ROLE visitor_plain SET statement_timeout = '2min'",
                        "ALTER ROLE ALL SET search_path = 'shop'",
                        "ALTER ROLE postgres SET jit = 'on'");

                SettingsSnapshot snapshot = visitor.ask(new SettingsQuery());

                assertEquals("2 min ROLE", described(snapshot, "statement_timeout"));
                assertEquals("shop ALL_ROLES", described(snapshot, "search_path"));
                assertEquals("3 s CONFIGURATION", described(snapshot, "lock_timeout"));
                assertEquals("off CONFIGURATION", described(snapshot, "jit"));
            }
        }
    }

    @Test
    void showsDotsForAPasswordInAValue() throws Exception {
        try (TestServer server = TestServer.start(18, Map.of())) {
            server.run(
                    "ALTER SYSTEM SET primary_conninfo = 'host=a password=hunter2 user=r'",
                    "SELECT pg_reload_conf()");
            Await.until(
                    "the server has read its file",
                    () -> server.ask("SHOW primary_conninfo").contains("hunter2"));
            try (Visitor visitor = Visitor.with(Visitor.Rights.SUPERUSER, server)) {
                SettingsSnapshot snapshot = visitor.ask(new SettingsQuery());

                Setting conninfo = find(snapshot, "primary_conninfo").orElseThrow();
                assertEquals("host=a password=••• user=r", conninfo.value().text());
                assertTrue(conninfo.holdsPassword());
                assertFalse(snapshot.toString().contains("hunter2"));
            }
        }
    }

    @Test
    void saysWhatWaitsForARestart() throws Exception {
        try (TestServer server = TestServer.start(18, Map.of())) {
            server.run("ALTER SYSTEM SET max_connections = 77", "SELECT pg_reload_conf()");
            Await.until(
                    "the server has read its file",
                    () ->
                            server.ask(
                                            "SELECT pending_restart FROM pg_settings"
                                                    + " WHERE name = 'max_connections'")
                                    .equals("t"));
            try (Visitor visitor = Visitor.with(Visitor.Rights.SUPERUSER, server)) {
                SettingsSnapshot snapshot = visitor.ask(new SettingsQuery());

                assertEquals(
                        List.of("max_connections"),
                        snapshot.settings().stream()
                                .filter(Setting::pendingRestart)
                                .map(Setting::name)
                                .toList());
                assertEquals("60", find(snapshot, "max_connections").orElseThrow().value().text());
            }
        }
    }

    private static Optional<Setting> find(SettingsSnapshot snapshot, String name) {
        return snapshot.settings().stream().filter(s -> s.name().equals(name)).findFirst();
    }

    private static String described(SettingsSnapshot snapshot, String name) {
        Setting setting = find(snapshot, name).orElseThrow();
        return setting.value().text() + " " + setting.origin();
    }
}
