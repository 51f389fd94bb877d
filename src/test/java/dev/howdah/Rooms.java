package dev.howdah;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rooms of each room that is divided, from above to below: one may know those that stand after
 * it and none that stands before it.
 *
 * @param beside packages that are named as if they were rooms of it and are none: whatever is in
 *     them knows it as everybody else does
 */
public record Rooms(String divided, List<String> fromAboveToBelow, List<String> beside) {
    /** With its own rooms, for a room may be divided in its turn. */
    private static final String WHOLE = "..";

    static final List<Rooms> ALL =
            List.of(
                    underADoor(
                            "app",
                            "copies",
                            "journal",
                            "palette",
                            "desk",
                            "window",
                            "workbench",
                            "status",
                            "rail",
                            "lab",
                            "dialogs",
                            "memory"),
                    // what every tab may know; beside it are the tabs, which stand apart
                    overAFloor("ui", "panel", "confirm", "table", "notice", "chart")
                            .beside(
                                    "connect",
                                    "overview",
                                    "users",
                                    "backups",
                                    "stats",
                                    "settings",
                                    "journal",
                                    "operations"),
                    underADoor("ui.connect", "hosted", "test", "form"),
                    underADoor(
                            "ui.overview",
                            "findings",
                            "tiles",
                            "nodes",
                            "connection",
                            "service",
                            "facts",
                            "panel"),
                    underADoor(
                            "ui.users",
                            "list",
                            "manyusers",
                            "proof",
                            "newuser",
                            "places",
                            "use",
                            "access",
                            "defaults",
                            "role",
                            "hosted",
                            "form"),
                    underADoor(
                            "ui.backups",
                            "restores",
                            "labrestore",
                            "dumps",
                            "list",
                            "recovery",
                            "downloads",
                            "timeline",
                            "archive",
                            "copies",
                            "cells",
                            "asking"),
                    underADoor(
                            "ui.stats",
                            "activity",
                            "locks",
                            "statements",
                            "statement",
                            "charts",
                            "resources",
                            "hosted",
                            "session"),
                    underADoor(
                            "ui.settings",
                            "allowlist",
                            "plan",
                            "version",
                            "service",
                            "logs",
                            "parameters",
                            "extensions",
                            "asking"),
                    underADoor(
                            "ui.settings.allowlist",
                            "switches",
                            "trial",
                            "typing",
                            "list",
                            "effect"),
                    overAFloor(
                            "pg.roles",
                            "privilege",
                            "change",
                            "newuser",
                            "drop",
                            "password",
                            "step"),
                    overAFloor("pg.access", "unused", "effect"),
                    overAFloor("pg.proof", "run", "certificate", "fix", "deed", "catalog"),
                    overAFloor("pg.statements", "interval", "text", "extension"),
                    overAFloor("pg.activity", "signal", "locks"),
                    overAFloor("pg.server", "vitals", "vacuum", "replication", "sizes", "objects"),
                    underADoor("profile", "text", "secret"),
                    underADoor("provider", "service", "allowlist", "plan", "backup", "capability")
                            .beside("trial", "lab", "scalingo", "http"),
                    overAFloor("provider.trial", "guard", "folder"),
                    overAFloor("provider.http", "download"),
                    underADoor("provider.scalingo", "change", "read", "call"),
                    overAFloor("backup", "download", "file", "format"),
                    overAFloor("core", "change", "file"),
                    overAFloor(
                            "health",
                            "checkup",
                            "session",
                            "vitals",
                            "configuration",
                            "replication",
                            "vacuum",
                            "archive",
                            "provider",
                            "plan"));

    /**
     * The divided package that this one is a room in; empty when it is none.
     *
     * @param room without the root package, like "pg.roles.step"
     */
    public static Optional<String> dividedAround(String room) {
        return ALL.stream()
                .filter(rooms -> rooms.fromAboveToBelow.contains(room + WHOLE))
                .map(Rooms::divided)
                .findFirst();
    }

    /** All rooms of a divided package, as ArchUnit names packages; of any other, only itself. */
    static List<String> in(String room) {
        return ALL.stream()
                .filter(rooms -> rooms.divided.equals(room))
                .findFirst()
                .map(Rooms::fromAboveToBelow)
                .orElse(List.of(room));
    }

    /** What the rooms of a divided package are called in it. */
    static List<String> namesIn(String divided) {
        return in(divided).stream()
                .filter(room -> !room.equals(divided))
                .map(room -> room.substring(divided.length() + 1, room.length() - WHOLE.length()))
                .toList();
    }

    /** Whoever is divided like this has its door above its rooms, which don't know it. */
    private static Rooms underADoor(String divided, String... rooms) {
        List<String> all = named(divided, rooms);
        all.addFirst(divided);
        return new Rooms(divided, List.copyOf(all), List.of());
    }

    /** Whoever is divided like this has the words of all its rooms, and knows none of them. */
    private static Rooms overAFloor(String divided, String... rooms) {
        List<String> all = named(divided, rooms);
        all.addLast(divided);
        return new Rooms(divided, List.copyOf(all), List.of());
    }

    private Rooms beside(String... packages) {
        return new Rooms(divided, fromAboveToBelow, List.copyOf(named(divided, packages)));
    }

    private static List<String> named(String divided, String... rooms) {
        List<String> named = new ArrayList<>();
        Stream.of(rooms).map(room -> divided + "." + room + WHOLE).forEach(named::add);
        return named;
    }

    /** What stands above the room at this place, at least one. */
    List<String> above(int place) {
        return fromAboveToBelow.subList(0, place);
    }
}
