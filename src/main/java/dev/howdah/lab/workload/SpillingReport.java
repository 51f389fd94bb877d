package dev.howdah.lab.workload;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A report that sorts more than work_mem holds, and so writes temporary files. */
final class SpillingReport implements Act {
    private static final String SQL =
            """
            SELECT user_id, currency, total_cents, place
              FROM (SELECT user_id,
                           currency,
                           total_cents,
                           row_number() OVER (PARTITION BY currency
                                              ORDER BY total_cents DESC, placed_at) AS place
                      FROM orders.orders) ranked
             WHERE place = 10 OR place % 10000 = 0
             ORDER BY currency, place
            """;

    @Override
    public void perform(Stage stage) throws SQLException {
        Connection connection = stage.kept("report-service");
        try (Statement statement = connection.createStatement()) {
            statement.execute(SQL);
        }
    }
}
