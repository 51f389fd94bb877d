package dev.howdah.ui.users.newuser;

import dev.howdah.session.Session;
import dev.howdah.ui.users.places.NewUserServer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.Executor;

/** Forms for new users, for tests. */
public final class SomeNewUsers {
    private SomeNewUsers() {}

    /** Everything is done at once, on the thread that asks. */
    public static NewUsersForm form(Session session) {
        Executor atOnce = Runnable::run;
        return new NewUsersForm(
                new NewUserServer(session),
                Clock.systemUTC(),
                ZoneOffset.UTC,
                new NewUsersForm.Threads(atOnce, atOnce, atOnce));
    }
}
