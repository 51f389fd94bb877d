package dev.howdah.session;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.Environment;
import dev.howdah.history.ClientHistory;
import dev.howdah.history.DailyPeaks;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.provider.trial.folder.TrialFolder;
import dev.howdah.provider.trial.guard.GuardedProvider;
import dev.howdah.provider.trial.guard.LockOutGuard;
import dev.howdah.testing.Fx;
import dev.howdah.testing.TestServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import javafx.application.Platform;

/** Sessions for views that are only looked at. */
public final class SomeSessions {
    private SomeSessions() {}

    /** With a server that nobody reaches, because nothing listens on the port. */
    public static Session nowhere() {
        return hosted(Hosting.nobody(Runnable::run, Clock.systemUTC()));
    }

    /** With a server that nobody reaches, and a provider that may answer all the same. */
    public static Session hosted(Hosting hosting) {
        PgTarget target = PgTarget.of("127.0.0.1", 1, "shop", "console", TlsMode.DISABLE);
        Profile profile =
                new Profile(
                        UUID.randomUUID(), "orders-prod", Environment.PRODUCTION, target, false);
        try {
            return new Session(
                    profile, () -> Secret.of("none"), hosting, Runnable::run, Clock.systemUTC());
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the allowlist of a session's provider; it ticks when told to. */
    public static LockOutGuard guard(Session session, Path folder) {
        return new LockOutGuard(
                new GuardedProvider(
                        session.hosting().provider(),
                        session.hosting().operations(),
                        new ChangeRunner(new FileChangeLog(folder), Clock.systemUTC()),
                        session.profile().target().tls() != TlsMode.DISABLE),
                new TrialFolder(folder),
                session::logInAnew,
                Runnable::run,
                Runnable::run,
                Clock.systemUTC());
    }

    /** Of earlier days, kept in this folder. */
    public static LoadPeaks peaks(Session session, Path folder) {
        return new LoadPeaks(
                session, new DailyPeaks(folder), Runnable::run, Runnable::run, Clock.systemUTC());
    }

    /** From where the sessions of a server came, kept in this folder. */
    public static SeenClients clients(UUID server, Path folder, Clock clock) {
        return new SeenClients(
                server, new ClientHistory(folder), Runnable::run, Runnable::run, clock);
    }

    /** With a server of the tests, as its superuser in the database postgres. */
    public static Session with(TestServer server) {
        Fx.start();
        PgTarget target =
                PgTarget.of(
                        server.host(), server.port(), "postgres", server.user(), TlsMode.DISABLE);
        Profile profile = new Profile(UUID.randomUUID(), "orders", Environment.LAB, target, false);
        try {
            return new Session(
                    profile,
                    () -> Secret.of(server.password()),
                    Platform::runLater,
                    Clock.systemUTC());
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the superuser of a server of the tests, whose answers arrive on the thread that reads. */
    public static Session on(TestServer server, String database) {
        return on(
                "shop",
                PgTarget.of(server.host(), server.port(), database, server.user(), TlsMode.DISABLE),
                server.password(),
                false);
    }

    public static Session on(String name, PgTarget target, String password, boolean readOnly) {
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
}
