package dev.howdah.lab.workload;

import java.sql.SQLException;

/** One thing that the services do again and again. */
interface Act {

    /**
     * Does it once.
     *
     * @throws InterruptedException when the workload was stopped meanwhile; transactions are then
     *     rolled back
     */
    void perform(Stage stage) throws SQLException, InterruptedException;
}
