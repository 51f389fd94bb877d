package dev.howdah.pg;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Which errors cost a connection its place in the pool. After a failover a session on the demoted
 * primary answers 25006 for ever; an unsupported feature (0A000) says nothing against the session.
 */
public final class FailoverEviction implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return Override.CONTINUE_EVICT;
        }
        if (state.equals(SqlState.READ_ONLY) || SqlState.endsTheConnection(state)) {
            return Override.MUST_EVICT;
        }
        return state.equals(SqlState.FEATURE_NOT_SUPPORTED)
                ? Override.DO_NOT_EVICT
                : Override.CONTINUE_EVICT;
    }
}
