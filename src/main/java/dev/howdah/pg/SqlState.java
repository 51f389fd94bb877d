package dev.howdah.pg;

/** The SQLSTATEs that the console acts on. Source: PostgreSQL's appendix "Error Codes". */
public final class SqlState {
    public static final String INVALID_PASSWORD = "28P01";
    public static final String INVALID_AUTHORIZATION = "28000";
    public static final String NO_SUCH_DATABASE = "3D000";
    public static final String TOO_MANY_CONNECTIONS = "53300";
    public static final String NOT_PERMITTED = "42501";
    public static final String NO_SUCH_RELATION = "42P01";
    public static final String NO_SUCH_COLUMN = "42703";
    public static final String NO_SUCH_FUNCTION = "42883";
    public static final String WRONG_STATE = "55000";
    public static final String LOCK_NOT_AVAILABLE = "55P03";
    public static final String CANCELED = "57014";
    public static final String ADMIN_SHUTDOWN = "57P01";
    public static final String CRASH_SHUTDOWN = "57P02";
    public static final String CANNOT_CONNECT_NOW = "57P03";
    public static final String DATABASE_DROPPED = "57P04";
    public static final String IDLE_SESSION_TIMEOUT = "57P05";
    public static final String IDLE_IN_TRANSACTION_TIMEOUT = "25P03";
    public static final String READ_ONLY = "25006";

    /** The driver's own, before any login: no TLS there, or a kind of login we don't accept. */
    public static final String CONNECTION_REJECTED = "08004";

    /** The driver's own, when the link fails while it is being made. */
    public static final String CONNECTION_FAILURE = "08006";

    public static final String PROTOCOL_VIOLATION = "08P01";
    public static final String FEATURE_NOT_SUPPORTED = "0A000";
    public static final String SERIALIZATION_FAILURE = "40001";
    public static final String DEADLOCK = "40P01";
    public static final String INTERNAL_ERROR = "XX000";

    /** Bytes that are no text in the client's encoding. */
    public static final String BAD_BYTES = "22021";

    /** A character that the other side's encoding does not have. */
    public static final String NO_SUCH_CHARACTER = "22P05";

    public static final String INVALID_PARAMETER = "22023";
    public static final String DUPLICATE_OBJECT = "42710";
    public static final String RESERVED_NAME = "42939";
    public static final String DEPENDENT_OBJECTS = "2BP01";

    public static final String DIVISION_BY_ZERO = "22012";

    private SqlState() {}

    /** Whether the connection is gone for good, so that only a new one can help. */
    public static boolean endsTheConnection(String state) {
        return state.startsWith("08")
                || state.equals(ADMIN_SHUTDOWN)
                || state.equals(CRASH_SHUTDOWN)
                || state.equals(CANNOT_CONNECT_NOW)
                || state.equals(DATABASE_DROPPED)
                || state.equals(IDLE_SESSION_TIMEOUT)
                || state.equals(IDLE_IN_TRANSACTION_TIMEOUT);
    }
}
