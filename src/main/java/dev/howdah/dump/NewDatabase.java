package dev.howdah.dump;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.SqlNames;
import java.util.List;

/**
 * Makes a database and drops it again, by the client tools. Neither is ended early: who stops in
 * the middle would not know whether it is there.
 */
final class NewDatabase {
    private final ToolRun tools;

    /**
     * @param tools of the server
     */
    NewDatabase(ToolRun tools) {
        this.tools = tools;
    }

    /** As a connection string, so that no name is taken for one. */
    static String connection(String database) {
        return "dbname='" + database.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** What drops it by hand. */
    static String dropSql(String database) {
        return "DROP DATABASE " + SqlNames.quoted(database) + " WITH (FORCE)";
    }

    /** Fails when there is one of this name. */
    void make(String database) throws ProblemException {
        run("createdb", "--template=template0", database);
    }

    /**
     * With whoever is in it: the tool that was ended may still have its session there. Only for one
     * that {@link #make} has just made.
     */
    void drop(String database) throws ProblemException {
        run("dropdb", "--force", database);
    }

    private void run(String program, String option, String database) throws ProblemException {
        tools.again()
                .run(
                        program,
                        List.of(
                                "--no-password",
                                option,
                                "--maintenance-db=" + connection(tools.target().database()),
                                "--",
                                database),
                        _ -> {});
    }
}
