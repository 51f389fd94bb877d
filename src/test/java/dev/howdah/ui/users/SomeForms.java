package dev.howdah.ui.users;

import dev.howdah.core.Environment;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.session.Session;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Sessions and forms for tests. */
final class SomeForms {
    private SomeForms() {}

    static UserForms of(Session session, SomeWorkbench workbench, UsersViewModel model) {
        return new UserForms(session, workbench, List::of, model, ZoneOffset.UTC, Optional.empty());
    }

    /** Nothing listens on the discard port of a desktop. */
    static Session nowhere() {
        return session(
                "nowhere",
                PgTarget.of("127.0.0.1", 9, "nothing", "nobody", TlsMode.DISABLE),
                "none",
                false);
    }

    static Session on(TestServer server, String database) {
        return session(
                "shop",
                PgTarget.of(server.host(), server.port(), database, server.user(), TlsMode.DISABLE),
                server.password(),
                false);
    }

    static Session session(String name, PgTarget target, String password, boolean readOnly) {
        try {
            return new Session(
                    new Profile(UUID.randomUUID(), name, Environment.PRODUCTION, target, readOnly),
                    () -> Secret.of(password),
                    Runnable::run,
                    Clock.systemUTC());
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything is done at once, on the thread that asks. */
    static NewUsersForm form(Session session) {
        Executor atOnce = Runnable::run;
        return new NewUsersForm(
                new NewUserServer(session),
                Clock.systemUTC(),
                ZoneOffset.UTC,
                new NewUsersForm.Threads(atOnce, atOnce, atOnce));
    }
}
