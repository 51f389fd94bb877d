package dev.howdah.lab.workload;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for what an act does in a thread beside its own. */
final class Beside {
    private Beside() {}

    /** Fails as the other thread failed. */
    static void await(Future<?> other) throws SQLException, InterruptedException {
        try {
            other.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
