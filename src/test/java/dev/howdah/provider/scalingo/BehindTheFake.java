package dev.howdah.provider.scalingo;

import dev.howdah.core.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What stands behind a database of {@link FakeScalingo}. By itself nothing does: answers are made
 * up, and work is played by the clock. A real server overrides what it can do.
 */
interface BehindTheFake {

    /** Work of a real server. */
    interface Work {
        /** Whether it went well; empty while it goes on. */
        Optional<Boolean> outcome();
    }

    /** By which Scalingo knows the version that is next. */
    String NEXT_VERSION = "v2";

    default List<Map<String, Object>> plans(boolean dedicated) {
        return dedicated ? FakePlans.DEDICATED : FakePlans.SHARED;
    }

    /** As it stands in the environment of the app. */
    default String url() {
        return "postgresql://shop_1234:p%40ss%2Bword@shop-1234.postgresql.example:31000/shop_1234"
                + "?sslmode=prefer";
    }

    /** The user that can't be removed. */
    default String owner() {
        return "shop_1234";
    }

    /** Major, minor, patch, build. */
    default List<Integer> version() {
        return List.of(16, 13, 0, 2);
    }

    default List<Integer> nextVersion() {
        return List.of(16, 14, 0, 1);
    }

    /** Where the public endpoint of a dedicated database is. */
    default Map<String, Object> endpoint() {
        return Map.of("hostname", "db.example", "port", 30_000);
    }

    /** The nodes that hold data, by their ids; true for the leader. */
    default Map<String, Boolean> nodes() throws ProblemException {
        return Map.of("n1", false, "n2", true);
    }

    /**
     * @param documented with the names of memory's measures as the documentation has them
     */
    default Map<String, Object> metrics(boolean documented) throws ProblemException {
        Map<String, Object> memory =
                documented
                        ? Map.of(
                                "memory_usage",
                                100,
                                "max_memory_usage",
                                180,
                                "memory_limit",
                                512,
                                "swap_usage",
                                0,
                                "max_swap_usage",
                                5,
                                "swap_limit",
                                512)
                        : Map.of(
                                "memory",
                                100,
                                "memory_max",
                                180,
                                "memory_limit",
                                512,
                                "swap",
                                0,
                                "swap_max",
                                5,
                                "swap_limit",
                                512);
        return Map.of(
                "cpu_usage",
                12,
                "memory",
                memory,
                "database_stats",
                Map.of("data_size", 7_000, "current_connections", 4, "max_connections", 30),
                "real_disk_size",
                9_000,
                "instances_metrics",
                Map.of(
                        "n2",
                        Map.of("cpu", Map.of("usage_in_percents", 11), "real_disk_size", 8_000)));
    }

    /**
     * @param lines at most so many, the newest
     */
    default String log(int lines) throws ProblemException {
        return "line 1\nline 2\n";
    }

    default byte[] archivedLog() throws ProblemException {
        return log(Integer.MAX_VALUE).getBytes(StandardCharsets.UTF_8);
    }

    /** The file of a backup. */
    default byte[] archive(String backup) throws ProblemException {
        return log(2).getBytes(StandardCharsets.UTF_8);
    }

    default List<Map<String, Object>> events() {
        Map<String, Object> event = new HashMap<>();
        event.put("id", "e1");
        event.put("created_at", "2026-11-20T10:00:00.000+01:00");
        event.put("type", "upgrade_addon");
        event.put("user", Map.of("username", "ann\u202e"));
        return List.of(event, Map.of("id", "e2", "type", "new_deploy"));
    }

    /** To where one can go back; empty where the fake goes by its clock. */
    default Optional<Window> window() throws ProblemException {
        return Optional.empty();
    }

    /** A stretch of time; either end may be missing. */
    record Window(Optional<Instant> earliest, Optional<Instant> latest) {}

    /** Those of the users made here that are still there. */
    default List<String> present(List<String> users) throws ProblemException {
        return users;
    }

    /** Empty where it is only played; the same for what follows. */
    default Optional<Work> changePlan(String plan) throws ProblemException {
        return Optional.empty();
    }

    default Optional<Work> recover(Instant moment) throws ProblemException {
        return Optional.empty();
    }

    /**
     * @param backup by which name the file is asked for later
     */
    default Optional<Work> backUp(String backup) throws ProblemException {
        return Optional.empty();
    }

    /** How long the file of a backup is. */
    default long bytes(String backup) throws ProblemException {
        return 4_711;
    }

    default Optional<Work> turn(String feature, boolean on) {
        return Optional.empty();
    }

    default void schedule(boolean on, int hour) throws ProblemException {}

    /**
     * @param weekday Sunday is 0
     */
    default void moveWindow(int weekday, int hour) throws ProblemException {}

    /**
     * @param rules with cidr and label
     */
    default void allow(List<Map<String, Object>> rules) throws ProblemException {}

    default void created(String user, boolean readOnly, String password) throws ProblemException {}

    default void dropped(String user) throws ProblemException {}

    default void passwordSet(String user, String password) throws ProblemException {}

    /** The result of an action of the database; empty where the fake plays it. */
    default Optional<Object> action(String name, JsonNode params) throws ProblemException {
        return Optional.empty();
    }
}
