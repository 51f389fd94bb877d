package dev.howdah.pg.proof;

import dev.howdah.pg.proof.fix.Fixes;
import java.util.List;

/**
 * One way in which a role differs from what it is meant for, in one database. {@link GapTexts} puts
 * it into words, {@link Fixes} into SQL.
 *
 * @param schema the schema it is about; empty when it is about the database, the role, or functions
 *     and tables that name their own
 * @param owner whose later tables it is about; empty for every other kind
 * @param via who holds the right: the role itself, {@link #PUBLIC}, or a group; empty where a right
 *     is missing
 * @param objects names of tables, sequences, functions, attributes or probes by {@link Kind}, in
 *     order; at most {@link #MAX_OBJECTS} of them
 * @param count how many objects there are, those not named included; 1 or more
 */
public record Gap(
        Kind kind, String schema, String owner, String via, List<String> objects, long count) {
    /** Everybody, as PostgreSQL writes it; no role can have this name. */
    public static final String PUBLIC = "public";

    /** More names than this are counted only. */
    public static final int MAX_OBJECTS = 1_000;

    public Gap {
        objects = List.copyOf(objects);
    }

    /** With every object named. */
    public static Gap of(Kind kind, String schema, List<String> objects) {
        return new Gap(kind, schema, "", "", objects, Math.max(1, objects.size()));
    }

    /** What a gap does to the verdict. */
    public enum Weight {
        /** A role that is meant to read could change or keep something. */
        WRITES,
        /** Something is missing, or more open than it need be. */
        OPEN
    }

    /** What differs. */
    public enum Kind {
        /** The role may not connect to the database. */
        NO_CONNECT(Weight.OPEN),
        /** The role may not use a schema, so it sees nothing of the tables in it. */
        NO_USAGE(Weight.OPEN),
        /** Tables without SELECT on the whole table. */
        NOT_READABLE(Weight.OPEN),
        /** Tables the catalog calls readable and a trial does not: a view's owner lacks a right. */
        READ_REFUSED(Weight.OPEN),
        /** Sequences without SELECT. */
        SEQUENCE_NOT_READABLE(Weight.OPEN),
        /** Tables with row security: fewer rows may be seen than there are. */
        ROW_SECURITY(Weight.OPEN),
        /** Tables that one owner makes later in one schema will not be readable. */
        LATER_NOT_READABLE(Weight.OPEN),
        /** Tables of which some rows can be inserted, changed or deleted, or all be truncated. */
        WRITABLE(Weight.WRITES),
        /** A trial write was let through although the catalog knows no right for it. */
        WRITE_LET_THROUGH(Weight.WRITES),
        /** Sequences that can be moved. */
        SEQUENCE_WRITABLE(Weight.WRITES),
        /** Tables that one owner makes later in one schema will be writable. */
        LATER_WRITABLE(Weight.WRITES),
        /** Objects can be made in a schema. */
        CREATES_IN_SCHEMA(Weight.WRITES),
        /** Schemas can be made in the database. */
        CREATES_IN_DATABASE(Weight.WRITES),
        /** Existing large objects can be changed. */
        LARGE_OBJECTS(Weight.WRITES),
        /** The role is a member of a group that can write; {@code via} names the group. */
        WRITER_MEMBERSHIP(Weight.WRITES),
        /** Attributes like SUPERUSER. */
        POWERS(Weight.WRITES),
        /** Temporary tables can be made, which fill the disk and not the database. */
        TEMP(Weight.OPEN),
        /** Functions that run with their owner's rights, so they can write whatever one says. */
        DEFINER_FUNCTIONS(Weight.OPEN),
        /** Tables that a role which is meant to write can't insert into, update or delete from. */
        NOT_WRITABLE(Weight.OPEN),
        /** Sequences that it can't move, those of identity columns apart, which need no right. */
        SEQUENCE_NOT_WRITABLE(Weight.OPEN),
        /** Tables that one owner makes later will not be writable for a role meant to write. */
        LATER_NOT_WRITABLE(Weight.OPEN),
        /** A probe was answered otherwise than expected, and nothing above explains it. */
        PROBE(Weight.OPEN);

        private final Weight weight;

        Kind(Weight weight) {
            this.weight = weight;
        }

        public Weight weight() {
            return weight;
        }
    }
}
