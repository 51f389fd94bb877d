package dev.howdah.ui.users;

import dev.howdah.core.ChangeOutcome;
import dev.howdah.core.Secret;
import dev.howdah.pg.roles.NewUser;
import java.util.List;

/**
 * A user that was just made, for whoever goes on with it.
 *
 * @param password wiped when the form is closed
 * @param addresses how it reaches each server, without the password
 */
record MadeUser(
        String name,
        NewUser.Kind kind,
        Secret password,
        ChangeOutcome outcome,
        List<Address> addresses) {
    MadeUser {
        addresses = List.copyOf(addresses);
    }

    /** A line that other programs understand. */
    record Address(String server, String uri) {}
}
