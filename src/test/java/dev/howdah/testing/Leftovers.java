package dev.howdah.testing;

import java.sql.SQLException;

/** What a test, or an earlier run of it that was killed, leaves in the database postgres. */
public final class Leftovers {
    private Leftovers() {}

    /**
     * Drops a schema and then roles with all they own or were granted, as far as they are there.
     *
     * @param roles plain names that need no quotes
     */
    public static void drop(TestServer server, String schema, String... roles) throws SQLException {
        server.run("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        for (String role : roles) {
            server.run(
                    """
                    DO $do$ BEGIN EXECUTE 'DROP OWNED BY %1$s';
                    EXCEPTION WHEN undefined_object THEN NULL; END $do$
                    """
                            .formatted(role),
                    "DROP ROLE IF EXISTS " + role);
        }
    }
}
