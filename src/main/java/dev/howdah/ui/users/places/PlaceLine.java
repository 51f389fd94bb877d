package dev.howdah.ui.users.places;

/** A line of the tree in which it is chosen where a user may work. */
public sealed interface PlaceLine {
    /** A database with its schemas below. */
    record Database(DatabaseChoice choice) implements PlaceLine {}

    /** One of its schemas. */
    record Schema(DatabaseChoice of, String name) implements PlaceLine {}

    /** Something that is said in place of schemas. */
    record Remark(String sentence) implements PlaceLine {}
}
