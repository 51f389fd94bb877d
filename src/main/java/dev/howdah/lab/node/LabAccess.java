package dev.howdah.lab.node;

import dev.howdah.core.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How to log in to a server of the lab.
 *
 * @param host always this machine's own address
 * @param user the lab's superuser, or the role of one of its services
 */
public record LabAccess(String host, int port, String database, String user, Secret password) {
    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 120;

    /** A new connection, without a pool; blocks for some seconds at most. */
    public Connection connect(String applicationName) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password.reveal());
        source.setApplicationName(applicationName);
        // else the driver sends the application's name in a statement of its own
        source.setAssumeMinServerVersion("13");
        source.setSslMode("disable");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        return source.getConnection();
    }

    public LabAccess withDatabase(String other) {
        return new LabAccess(host, port, other, user, password);
    }

    public LabAccess withUser(String other, Secret otherPassword) {
        return new LabAccess(host, port, database, other, otherPassword);
    }
}
