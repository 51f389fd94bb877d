package dev.howdah.pg.activity;

import dev.howdah.pg.activity.ActivitySnapshot.Ages;
import dev.howdah.pg.activity.ActivitySnapshot.Client;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.ActivitySnapshot.Statement;
import dev.howdah.pg.activity.ActivitySnapshot.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A session as tests need it: begin with {@link #active}, say what is different, end with {@link
 * #row}. Unless told otherwise it is orders' order-service, whose statement has run for 200 ms.
 */
public final class SomeSession {
    /** When the backends of these sessions started. */
    public static final Instant START = Instant.parse("2026-11-20T22:10:04.123456Z");

    /** When their statements began and their states changed. */
    public static final Instant SINCE = Instant.parse("2026-11-21T03:00:00.000007Z");

    private final int pid;
    private Optional<Instant> start = Optional.of(START);
    private String backendType = "client backend";
    private OptionalInt leader = OptionalInt.empty();
    private String database = "shop";
    private String user = "orders";
    private String application = "order-service";
    private String address = "10.0.0.7";
    private boolean ours;
    private SessionState state = SessionState.ACTIVE;
    private Optional<Wait> waitsOn = Optional.empty();
    private List<Integer> blockedBy = List.of();
    private Optional<Duration> age = Optional.of(Duration.ofMillis(200));
    private Optional<Duration> transaction = Optional.of(Duration.ofMillis(200));
    private boolean hasXid;
    private String text = "SELECT 1";

    private SomeSession(int pid) {
        this.pid = pid;
    }

    public static SomeSession active(int pid) {
        return new SomeSession(pid);
    }

    public static SomeSession idle(int pid) {
        SomeSession session = new SomeSession(pid);
        session.state = SessionState.IDLE;
        session.waitsOn = Optional.of(new Wait("Client", "ClientRead"));
        session.transaction = Optional.empty();
        return session;
    }

    public static SomeSession idleInTransaction(int pid) {
        SomeSession session = idle(pid);
        session.state = SessionState.IDLE_IN_TRANSACTION;
        session.transaction = session.age;
        return session;
    }

    /** Waiting for a lock that others hold. */
    public static SomeSession blocked(int pid, Integer... by) {
        SomeSession session = new SomeSession(pid);
        session.waitsOn = Optional.of(new Wait("Lock", "tuple"));
        session.blockedBy = List.of(by);
        return session;
    }

    /** How long in its state, and at least so long in its transaction if it has one. */
    public SomeSession since(Duration duration) {
        age = Optional.of(duration);
        transaction = transaction.map(_ -> duration);
        return this;
    }

    public SomeSession by(String user, String application) {
        this.user = user;
        this.application = application;
        return this;
    }

    public SomeSession from(String database, String address) {
        this.database = database;
        this.address = address;
        return this;
    }

    public SomeSession saying(String statement) {
        text = statement;
        return this;
    }

    public SomeSession waitingOn(String type, String event) {
        waitsOn = Optional.of(new Wait(type, event));
        return this;
    }

    public SomeSession writing() {
        hasXid = true;
        return this;
    }

    public SomeSession ours() {
        ours = true;
        application = "howdah/1.0 activity";
        return this;
    }

    public SomeSession ofType(String type) {
        backendType = type;
        return this;
    }

    public SomeSession workingFor(int leaderPid) {
        backendType = "parallel worker";
        leader = OptionalInt.of(leaderPid);
        return this;
    }

    public SomeSession inState(SessionState newState) {
        state = newState;
        return this;
    }

    public SomeSession withoutStart() {
        start = Optional.empty();
        return this;
    }

    public SessionRow row() {
        return new SessionRow(
                new SessionKey(pid, start),
                backendType,
                leader,
                new Client(database, user, application, address, ours),
                state,
                waitsOn,
                blockedBy,
                new Ages(Optional.of(Duration.ofHours(5)), transaction, age, age),
                hasXid,
                new Statement(
                        Optional.of(SINCE),
                        Optional.of(SINCE),
                        OptionalLong.empty(),
                        new StatementText(text, false, false)));
    }
}
