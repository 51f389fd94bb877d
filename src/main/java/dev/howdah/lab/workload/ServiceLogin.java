package dev.howdah.lab.workload;

import java.sql.Connection;
import java.sql.SQLException;

/** Logs in to the sample database as one of its services, under that service's application_name. */
@FunctionalInterface
public interface ServiceLogin {
    Connection connect(String service) throws SQLException;
}
