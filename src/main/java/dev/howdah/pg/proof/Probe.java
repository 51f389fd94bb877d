package dev.howdah.pg.proof;

/**
 * The twenty things a role tries in each database, with what is expected of it. Those that
 * PostgreSQL leaves to everybody are told, and no answer to them is a fault.
 */
public enum Probe {
    READ_TABLE(Expected.ALLOWED, Expected.ALLOWED),
    READ_LATER_TABLE(Expected.ALLOWED, Expected.ALLOWED),
    READ_LATER_TABLE_OF_OTHER_OWNER(Expected.ALLOWED, Expected.ALLOWED),
    READ_OTHER_SCHEMA(Expected.ALLOWED, Expected.ALLOWED),
    INSERT(Expected.REFUSED, Expected.ALLOWED),
    /** Asked of the catalog: a sequence that was moved is not moved back by a rollback. */
    MOVE_SEQUENCE(Expected.REFUSED, Expected.ALLOWED),
    CREATE_TABLE(Expected.REFUSED, Expected.OPEN),
    CREATE_TEMP_TABLE(Expected.REFUSED, Expected.OPEN),
    CREATE_LARGE_OBJECT(Expected.OPEN, Expected.OPEN),
    ADVISORY_LOCK(Expected.OPEN, Expected.OPEN),
    SEE_SESSIONS(Expected.OPEN, Expected.OPEN),
    LOCK_IN_ACCESS_SHARE(Expected.ALLOWED, Expected.ALLOWED),
    SLEEP(Expected.OPEN, Expected.OPEN),
    LIFT_STATEMENT_TIMEOUT(Expected.OPEN, Expected.OPEN),
    SET_OWN_PARAMETER(Expected.OPEN, Expected.OPEN),
    SET_OWN_PASSWORD(Expected.OPEN, Expected.OPEN),
    READ_PASSWORDS(Expected.REFUSED, Expected.REFUSED),
    CREATE_FUNCTION(Expected.REFUSED, Expected.OPEN),
    COMMENT_ON_ITSELF(Expected.REFUSED, Expected.REFUSED),
    NOTIFY(Expected.OPEN, Expected.OPEN);

    private final Expected readOnly;
    private final Expected readWrite;

    Probe(Expected readOnly, Expected readWrite) {
        this.readOnly = readOnly;
        this.readWrite = readWrite;
    }

    /** The same on PostgreSQL 13 to 18: where the versions differ, the older ones have a gap. */
    public Expected expected(AccessKind kind) {
        return switch (kind) {
            case READ_ONLY -> readOnly;
            case READ_WRITE -> readWrite;
        };
    }

    /** What a role of a kind should be answered. */
    public enum Expected {
        ALLOWED,
        REFUSED,
        /** PostgreSQL leaves it to everybody, and no data change by it. */
        OPEN
    }

    /** What the server said. */
    public enum Answer {
        ALLOWED,
        /** SQLSTATE 42501. */
        REFUSED,
        /** There is no such thing here: no second schema, no sequence. */
        NOTHING_TO_TRY,
        /** It could not be tried, or ended in another error. Never taken for a good sign. */
        UNKNOWN
    }

    /** How an answer came about. */
    public enum Way {
        BY_DEED,
        BY_CATALOG
    }

    /**
     * One probe as it was answered.
     *
     * @param subject the table, schema or owner it was tried on; may be empty
     * @param detail SQLSTATE and the server's words for UNKNOWN; else empty
     */
    public record Result(Probe probe, Answer answer, Way way, String subject, String detail) {
        /** Whether the answer is another than a role of this kind should get. */
        public boolean differs(AccessKind kind) {
            return switch (probe.expected(kind)) {
                case OPEN -> false;
                case ALLOWED -> answer == Answer.REFUSED;
                case REFUSED -> answer == Answer.ALLOWED;
            };
        }
    }
}
