package dev.howdah.pg.roles.drop;

/** What becomes of the objects in one database when their owner is dropped. */
public sealed interface Disposal {

    /** Another role gets them. */
    record Reassign(String to) implements Disposal {}

    /** They are dropped, but nothing that hangs on them: then the whole step fails. */
    record Drop() implements Disposal {}
}
