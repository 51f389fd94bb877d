package dev.howdah.provider.scalingo;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.backup.BackupRecord;
import dev.howdah.provider.scalingo.FakeScalingo.Trouble;
import dev.howdah.testing.Await;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A fake Scalingo by the clock on the wall, with labs behind its databases: for the whole console,
 * in a test or by hand.
 */
public final class ScalingoLab implements AutoCloseable {
    private static final Duration GAP = Duration.ofMillis(400);

    /** What is only played does not keep anybody waiting. */
    private static final Duration LENGTH = Duration.ofMillis(200);

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final FakeScalingo scalingo;

    public ScalingoLab() throws IOException {
        scalingo = new FakeScalingo(Clock.systemUTC());
    }

    /** A shared database of an app with this name. */
    public ScalingoLab shared(String app, LabCluster lab) throws ProblemException {
        add(app, lab, false);
        return this;
    }

    /** A dedicated database, to which only this machine may connect: from two of its addresses. */
    public ScalingoLab dedicated(String name, LabCluster lab) throws ProblemException {
        FakeDatabase database = add(name, lab, true);
        database.rules.add(rule(database, "127.0.0.1/32", "this desk"));
        database.rules.add(rule(database, "127.0.0.2/32", "old job"));
        database.behind.allow(database.rules);
        return this;
    }

    private static Map<String, Object> rule(FakeDatabase database, String cidr, String label) {
        return Map.of(
                "id", database.next("r"), "type", "custom_range", "cidr", cidr, "label", label);
    }

    private FakeDatabase add(String app, LabCluster lab, boolean dedicated)
            throws ProblemException {
        LabBehindTheFake behind = new LabBehindTheFake(lab);
        FakeDatabase database =
                scalingo.add(
                        new FakeDatabase(
                                "ad-" + app,
                                app,
                                dedicated,
                                dedicated
                                        ? LabPlanNames.DEDICATED_STARTER
                                        : LabPlanNames.SHARED_STARTER,
                                Clock.systemUTC().instant(),
                                behind));
        database.gap = GAP;
        database.length = LENGTH;
        database.hour = lab.keeping().archive().daily().hourUtc();
        database.weekday = lab.maintenance().hour().dayUtc().getValue() % 7;
        database.windowHour = lab.maintenance().hour().hourUtc();
        for (BackupRecord backup : behind.files().whole()) {
            database.backups.add(
                    new HashMap<>(
                            Map.of(
                                    "id", backup.id(),
                                    "name", backup.id() + "_" + app,
                                    "created_at", backup.startedAt().toString(),
                                    "started_at", backup.startedAt().toString(),
                                    "size", behind.bytes(backup.id()),
                                    "status", "done",
                                    "method", "periodic")));
        }
        return database;
    }

    /** By which the console finds it. */
    public Map<String, String> environment() {
        return Map.of("HOWDAH_SCALINGO_AUTH", scalingo.base());
    }

    /** The one API token that it takes. */
    public Secret token() {
        return Secret.of(FakeScalingo.API_TOKEN);
    }

    /** Waits until it has done what it was asked, which takes a real server some seconds. */
    public void awaitWork() {
        Await.until("Scalingo has done its work", LIMIT, scalingo::isIdle);
    }

    /** How often a change of this kind has come in: "PATCH /v1/apps/shop/addons/ad-shop". */
    public long writes(String methodAndPath) {
        return scalingo.writes().stream().filter(methodAndPath::equals).count();
    }

    /** The next write is done, and its reply lost. */
    public void loseNextReply() {
        AtomicBoolean first = new AtomicBoolean(true);
        scalingo.weather(asked ->
                FakeScalingo.isWrite(asked) && first.getAndSet(false)
                        ? Trouble.REPLY_LOST
                        : Trouble.NONE);
    }

    /** Every token is void by the next request, which is answered with 401. */
    public void voidTokens() {
        scalingo.next(Trouble.TOKENS_VOID);
    }

    @Override
    public void close() {
        scalingo.close();
    }
}
