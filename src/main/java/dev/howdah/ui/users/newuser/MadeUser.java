package dev.howdah.ui.users.newuser;

import dev.howdah.core.Secret;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.pg.roles.newuser.NewUser;
import java.util.List;

/**
 * A user that was just made, for whoever goes on with it.
 *
 * @param password wiped when the form is closed
 * @param databases those of the server in front in which it works; none when it can only log in
 * @param addresses how it reaches each server, without the password
 */
public record MadeUser(
        String name,
        NewUser.Kind kind,
        Secret password,
        ChangeOutcome outcome,
        List<String> databases,
        List<Address> addresses) {
    public MadeUser {
        databases = List.copyOf(databases);
        addresses = List.copyOf(addresses);
    }

    /** A line that other programs understand. */
    record Address(String server, String uri) {}
}
