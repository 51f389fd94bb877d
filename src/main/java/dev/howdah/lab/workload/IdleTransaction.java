package dev.howdah.lab.workload;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;

/** A transaction that was begun, did a little, and is then forgotten for a while. */
final class IdleTransaction implements Act {
    private static final String SQL =
            "UPDATE users.preferences SET updated_at = now() WHERE user_id = ?";
    private static final int USERS = 50_000;

    private final Duration forgotten;
    private final Random random;

    IdleTransaction(Duration forgotten, long seed) {
        this.forgotten = forgotten;
        random = new Random(seed);
    }

    @Override
    public void perform(Stage stage) throws SQLException, InterruptedException {
        try (Connection connection = stage.opened("user-service")) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(SQL)) {
                statement.setInt(1, 1 + random.nextInt(USERS));
                statement.execute();
            }
            stage.pause(forgotten);
            connection.rollback();
        }
    }
}
