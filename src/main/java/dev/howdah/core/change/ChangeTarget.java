package dev.howdah.core.change;

import java.util.Optional;

/**
 * The server a change is meant for, fixed when the change is described.
 *
 * @param server the name the person knows it by
 * @param readOnly whether the profile forbids every write; a change then refuses to run
 * @param login as whom and where; empty when the change is not for one server
 */
public record ChangeTarget(
        String server, Environment environment, boolean readOnly, Optional<Login> login) {

    public ChangeTarget(String server, Environment environment, boolean readOnly) {
        this(server, environment, readOnly, Optional.empty());
    }

    /**
     * As whom we are logged in, and where.
     *
     * @param user the role of the database
     * @param address "db.example:5432/shop", the same as long as the profile leads there
     */
    public record Login(String user, String address) {}
}
