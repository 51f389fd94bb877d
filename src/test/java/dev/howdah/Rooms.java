package dev.howdah;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rooms of each room that is divided, from above to below: one may know those that stand after
 * it and none that stands before it.
 */
public record Rooms(String divided, List<String> fromAboveToBelow) {
    static final List<Rooms> ALL =
            List.of(
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
                            "form"),
                    underADoor(
                            "ui.stats",
                            "activity",
                            "locks",
                            "statements",
                            "statement",
                            "charts",
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
                .map(Rooms::divided)
                .filter(divided -> room.startsWith(divided + "."))
                .findFirst();
    }

    /** Whoever is divided like this has its door above its rooms, which don't know it. */
    private static Rooms underADoor(String divided, String... rooms) {
        List<String> all = named(divided, rooms);
        all.addFirst(divided);
        return new Rooms(divided, List.copyOf(all));
    }

    /** Whoever is divided like this has the words of all its rooms, and knows none of them. */
    private static Rooms overAFloor(String divided, String... rooms) {
        List<String> all = named(divided, rooms);
        all.addLast(divided);
        return new Rooms(divided, List.copyOf(all));
    }

    private static List<String> named(String divided, String... rooms) {
        List<String> named = new ArrayList<>();
        // a room may be divided in its turn
        Stream.of(rooms).map(room -> divided + "." + room + "..").forEach(named::add);
        return named;
    }

    /** What stands above the room at this place, at least one. */
    List<String> above(int place) {
        return fromAboveToBelow.subList(0, place);
    }
}
