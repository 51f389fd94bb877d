package dev.howdah.ui.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Secret;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.Operation.State;
import dev.howdah.core.change.Operation.Step;
import dev.howdah.core.change.Operation.Step.Progress;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.journal.JournalReader;
import dev.howdah.journal.JournaledChange;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.HostedBy;
import dev.howdah.profile.Profile;
import dev.howdah.provider.Provider;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.session.Hosting;
import dev.howdah.session.Session;
import dev.howdah.testing.Await;
import dev.howdah.testing.ChildProgram;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.ui.FxmlViews;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed console began is found again, and never sent again. */
class ServerOperationsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private Path folder;
    private final List<Operation> ended = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private ChildProgram console(ScalingoStage stage) throws Exception {
        HostedBy service = stage.hostedBy();
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                folder.toString(),
                                service.api().orElseThrow().toString(),
                                stage.token().reveal(),
                                service.name(),
                                service.product(),
                                service.plan()));
        service.address()
                .forEach((key, value) -> {
                    arguments.add(key);
                    arguments.add(value);
                });
        return ChildProgram.start(SwitchingConsole.class, folder, arguments.toArray(String[]::new));
    }

    private Session session(ScalingoStage stage) throws Exception {
        Provider provider = stage.provider(new FileOperationLog(folder));
        Profile profile =
                new Profile(
                        new UUID(4, 4),
                        "plan-db",
                        Environment.STAGING,
                        PgTarget.of("127.0.0.1", 9, "nothing", "nobody", TlsMode.DISABLE),
                        false);
        return new Session(
                profile,
                () -> Secret.of("none"),
                new Hosting(
                        provider, new FileOperationLog(folder), Platform::runLater, stage.clock()),
                Platform::runLater,
                stage.clock());
    }

    private ServerOperations follow(Session session, Runnable changed) {
        return Fx.call(() ->
                new ServerOperations(
                        session,
                        task -> Thread.ofVirtual().start(task),
                        Platform::runLater,
                        changed,
                        ended::add));
    }

    @Test
    void knowsTheEndOfWhatAConsoleBeganThatWasKilledInTheMiddle() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(false, false, Instant.now())) {
            try (ChildProgram console = console(stage)) {
                Await.until("it is taken", LIMIT, () -> console.said().contains("taken"));
                console.kill();
            }
            stage.pass(Duration.ofMinutes(3));

            assertEquals(List.of("Force TLS DONE"), followed(stage));
            assertEquals(1, stage.writes());
            assertEquals(1, stage.effects(Act.SWITCH));
        }
    }

    @Test
    void looksUpWhatWasBeingSentWhenTheConsoleWasKilled() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(false, false, Instant.now())) {
            stage.weather().silenceNextReply();
            try (ChildProgram console = console(stage)) {
                Await.until("it is sent", LIMIT, () -> stage.writes() == 1);
                console.kill();
            }
            JournaledChange change =
                    new JournalReader(
                                    new FileChangeLog(folder),
                                    new FileOperationLog(folder),
                                    _ -> false,
                                    _ -> false)
                            .read(10)
                            .changes()
                            .getFirst();
            assertEquals(State.SUBMITTING, change.operation().orElseThrow().state());
            stage.calm();

            assertEquals(List.of("Force TLS DONE"), followed(stage));
            assertEquals(1, stage.writes());
            assertEquals(1, stage.effects(Act.SWITCH));
        }
    }

    /** The next start: opens the server and waits for the end. */
    private List<String> followed(ScalingoStage stage) throws Exception {
        try (Session session = session(stage)) {
            ServerOperations work = follow(session, () -> {});
            Fx.eventually("the end is told", () -> !ended.isEmpty());
            assertEquals(false, Fx.call(work::isAtWork));
            Fx.run(work::close);
        }
        return ended.stream().map(each -> each.title() + " " + each.state()).toList();
    }

    @Test
    void paintsWhatIsUnderWayAndStopsFollowingOnlyWhenAskedTwice() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(false, false);
                Session session = session(stage)) {
            String service = session.hosting().provider().id();
            FileOperationLog log = new FileOperationLog(folder);
            Instant now = stage.clock().instant();
            Operation plan =
                    Operation.planned(
                                    new UUID(5, 1),
                                    service,
                                    Act.PLAN_CHANGE,
                                    "Change plan to Business 1024M",
                                    Map.of(),
                                    "",
                                    now.minusSeconds(130))
                            .in(State.RUNNING, "Scalingo has taken it and is at work.", now)
                            .withSteps(
                                    List.of(
                                            new Step("Prepare", Progress.DONE),
                                            new Step("Copy the data", Progress.UNDER_WAY),
                                            new Step("Switch over", Progress.AHEAD)),
                                    OptionalInt.empty());
            Operation backup =
                    Operation.planned(
                                    new UUID(5, 2),
                                    service,
                                    Act.BACKUP,
                                    "Back up now",
                                    Map.of(),
                                    "",
                                    now.minusSeconds(20))
                            .in(
                                    State.UNSURE,
                                    "The link to Scalingo broke before the answer came, so it may"
                                            + " have taken effect.",
                                    now);
            log.write(plan);
            log.write(backup);
            Runnable fallSilent = stage::close;
            fallSilent.run();
            OperationsViewModel model = Fx.call(() -> new OperationsViewModel(stage.clock()));
            ServerOperations work = follow(session, model::arrange);
            Fx.run(() -> model.add(work));
            Fx.eventually(
                    "both are there, and could not be looked at",
                    () ->
                            model.lines().size() == 2
                                    && model.lines().getFirst().problem().isPresent());
            assertEquals("2 operations", Fx.call(() -> model.headline().get()));
            assertEquals("one of them not known to be taken", Fx.call(() -> model.timing().get()));
            Parent view = Fx.call(() -> FxmlViews.load(new OperationsController(model, () -> {})));
            for (Look look : Look.values()) {
                Fx.picture(view, "operations", look, 640, 560);
            }

            Fx.run(() -> work.stopFollowing(backup.id()));
            Fx.eventually("one is left", () -> model.lines().size() == 1);
            assertEquals(State.ABANDONED, log.find(backup.id()).orElseThrow().state());
            assertEquals("2/3", Fx.call(() -> model.timing().get()).split(",", -1)[0]);
            Fx.run(() -> {
                model.remove(work);
                work.close();
            });
            assertEquals("", Fx.call(() -> model.headline().get()));
        }
    }
}
