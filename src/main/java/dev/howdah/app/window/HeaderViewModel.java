package dev.howdah.app.window;

import dev.howdah.app.rail.RailEntry;
import dev.howdah.core.Problem;
import dev.howdah.core.Quantities;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.ApplicationName;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.archive.ArchiveQuery;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.pg.server.vitals.VitalsQuery;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import dev.howdah.ui.Names;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** What the header says of an open server, and the switches in it. */
public final class HeaderViewModel {
    private static final Texts TEXTS = Texts.of(HeaderViewModel.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration ARCHIVE_PAUSE = Duration.ofSeconds(10);
    private static final Duration PLAN_PAUSE = Duration.ofMinutes(5);

    private final Session session;
    private final ObjectProperty<RailEntry.Dot> dot;
    private final BooleanProperty workload;
    private final boolean lab;
    private final ReadOnlyStringWrapper facts =
            new ReadOnlyStringWrapper(TEXTS.text("header.connecting"));
    private final ReadOnlyStringWrapper loss = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper ours = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper connection;
    private final ReadOnlyObjectWrapper<Optional<Problem>> refusal =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final Subscription vitals;
    private final Subscription archive;
    private final List<Subscription> provided;
    private String plan = "";
    private Optional<VitalsSnapshot> last = Optional.empty();

    /**
     * Watches one session.
     *
     * @param entry the server's line in the rail, whose dot is kept up to date
     * @param workload switches the lab's workload; only shown for the lab
     */
    public HeaderViewModel(Session session, RailEntry entry, BooleanProperty workload) {
        this.session = session;
        this.dot = entry.dot();
        this.lab = entry.isLab();
        this.workload = workload;
        this.connection = new ReadOnlyStringWrapper(TEXTS.text("status.connecting", name()));
        paused.subscribe(this::pause);
        vitals = session.fast().subscribe(new VitalsQuery(), PAUSE, this::show);
        archive = session.fast().subscribe(new ArchiveQuery(), ARCHIVE_PAUSE, this::showLoss);
        provided =
                session.hosting().provider().capabilities().offers(Capability.PLANS)
                        ? List.of(
                                session.hosting()
                                        .loop()
                                        .subscribe(
                                                ProviderQuestion.PLANS, PLAN_PAUSE, this::showPlan))
                        : List.of();
    }

    String name() {
        return session.profile().name();
    }

    Environment environment() {
        return session.profile().environment();
    }

    boolean isLab() {
        return lab;
    }

    ReadOnlyStringProperty facts() {
        return facts.getReadOnlyProperty();
    }

    /** What would be lost if the server died now; empty when it isn't known. */
    ReadOnlyStringProperty loss() {
        return loss.getReadOnlyProperty();
    }

    ReadOnlyStringProperty ours() {
        return ours.getReadOnlyProperty();
    }

    String oursHint() {
        return TEXTS.text("header.ours.hint", ApplicationName.PREFIX + "…");
    }

    /** For the status line. */
    ReadOnlyStringProperty connection() {
        return connection.getReadOnlyProperty();
    }

    /** Why the server does not let us in; empty while it does or nobody knows. */
    public ReadOnlyObjectProperty<Optional<Problem>> refusal() {
        return refusal.getReadOnlyProperty();
    }

    public BooleanProperty paused() {
        return paused;
    }

    BooleanProperty workload() {
        return workload;
    }

    void shown() {
        session.shown();
        vitals.shown();
        archive.shown();
        provided.forEach(Subscription::shown);
    }

    void hidden() {
        vitals.hidden();
        archive.hidden();
        provided.forEach(Subscription::hidden);
        session.hidden();
    }

    void close() {
        vitals.close();
        archive.close();
        provided.forEach(Subscription::close);
    }

    private void pause(boolean now) {
        session.pause(now);
        if (now) {
            connection.set(TEXTS.text("status.paused", name()));
        }
    }

    private void show(Reading<VitalsSnapshot> reading) {
        ours.set(TEXTS.text("header.ours", session.pool().openSessions(), PgPool.MAX_SESSIONS));
        switch (reading) {
            case Reading.Waiting<VitalsSnapshot> _ -> dot.set(RailEntry.Dot.OPENING);
            case Reading.Fresh<VitalsSnapshot>(VitalsSnapshot value, var _) -> {
                dot.set(RailEntry.Dot.FINE);
                connection.set(TEXTS.text("status.connected", name()));
                last = Optional.of(value);
                showFacts();
            }
            case Reading.Stale<VitalsSnapshot>(VitalsSnapshot _, var _, var reason) ->
                    trouble(reason);
            case Reading.Unavailable<VitalsSnapshot>(var reason) -> trouble(reason);
        }
    }

    private void showPlan(Reading<List<PlanOffer>> reading) {
        reading.content()
                .flatMap(offers -> offers.stream().filter(PlanOffer::current).findFirst())
                .ifPresent(offer -> {
                    plan = offer.plan().title();
                    showFacts();
                });
    }

    private void showFacts() {
        ServerShape shape = session.shape();
        if (shape != null) {
            last.ifPresent(value -> facts.set(factsOf(shape, value)));
        }
    }

    /** Only what is known for sure; Backups tells the rest. */
    private void showLoss(Reading<ArchiveSnapshot> reading) {
        loss.set(
                reading instanceof Reading.Fresh<ArchiveSnapshot>(ArchiveSnapshot seen, var _)
                        ? lossOf(seen)
                        : "");
    }

    private static String lossOf(ArchiveSnapshot seen) {
        return switch (seen.state()) {
            case WORKING, FAILING -> {
                OptionalLong bytes = seen.unarchivedBytes();
                yield bytes.isEmpty()
                        ? ""
                        : TEXTS.text("header.loss", Quantities.bytes((double) bytes.getAsLong()));
            }
            case OFF, NO_DESTINATION -> unlessKeptElsewhere(seen, "header.noArchive");
            case NOTHING_YET -> unlessKeptElsewhere(seen, "header.nothingArchived");
            case LEFT_TO_PRIMARY -> "";
        };
    }

    private static String unlessKeptElsewhere(ArchiveSnapshot seen, String key) {
        return seen.provider().isPresent() || seen.bestCopy().isPresent() ? "" : TEXTS.text(key);
    }

    private void trouble(Problem reason) {
        dot.set(RailEntry.Dot.TROUBLE);
        connection.set(TEXTS.text("status.stale", name(), reason.sentence()));
        if (reason.kind() == Problem.Kind.LOGIN_REFUSED) {
            refusal.set(Optional.of(reason));
        }
    }

    /** The largest unit says enough. */
    private static String upFor(Duration up) {
        if (up.toDays() > 0) {
            return Quantities.duration(Duration.ofDays(up.toDays()));
        }
        return Quantities.duration(
                up.toHours() > 0
                        ? Duration.ofHours(up.toHours())
                        : Duration.ofMinutes(Math.max(1, up.toMinutes())));
    }

    private String factsOf(ServerShape shape, VitalsSnapshot value) {
        PgTarget target = session.profile().target();
        String role = TEXTS.text(value.inRecovery() ? "header.standby" : "header.primary");
        Duration up = Duration.between(value.startedAt(), value.serverTime());
        return TEXTS.text(
                plan.isEmpty() ? "header.facts" : "header.factsOfPlan",
                shape.version(),
                role,
                upFor(up),
                target.tls() == TlsMode.DISABLE
                        ? TEXTS.text("header.plain")
                        : TEXTS.text("header.tls", target.tls().sslMode()),
                Names.visible(plan));
    }
}
