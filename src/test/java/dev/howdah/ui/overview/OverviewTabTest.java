package dev.howdah.ui.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Secret;
import dev.howdah.core.change.Environment;
import dev.howdah.health.Finding.Severity;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.activity.SessionCountsQuery;
import dev.howdah.profile.Profile;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Hosting;
import dev.howdah.session.Session;
import dev.howdah.testing.Await;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.TestStandby;
import dev.howdah.ui.Place;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Overview of a real primary that has a standby. */
class OverviewTabTest {
    private static final List<AutoCloseable> OPENED = new ArrayList<>();

    @TempDir private Path folder;

    private static TestServer server;
    private static Session session;
    private static SomeWorkbench workbench;
    private static OverviewTab tab;
    private static Parent view;

    @BeforeAll
    static void open() throws Exception {
        Fx.start();
        server = TestServer.start(18, Map.of("cluster_name", "primary"));
        OPENED.add(server);
        OPENED.add(TestStandby.of(server, "analytics"));
        server.run(
                "CREATE EXTENSION pg_stat_statements",
                "CREATE SCHEMA \"two\nlines\"",
                "CREATE SCHEMA orders",
                "CREATE TABLE orders.items AS SELECT g AS id FROM generate_series(1, 5000) g",
                "ANALYZE orders.items");
        PgTarget target =
                PgTarget.of(
                        server.host(), server.port(), "postgres", server.user(), TlsMode.DISABLE);
        session =
                new Session(
                        new Profile(UUID.randomUUID(), "shop", Environment.LAB, target, false),
                        () -> Secret.of(server.password()),
                        Platform::runLater,
                        Clock.systemUTC());
        OPENED.add(session);
        workbench = new SomeWorkbench();
        tab = Fx.call(() -> new OverviewTab(session, workbench));
        view = Fx.call(tab::view);
        Fx.run(() -> Fx.style(new Scene(view, 1_000, 1_400), Look.LIGHT));
        show();
    }

    private static void show() {
        Fx.run(() -> {
            session.shown();
            tab.shown();
        });
    }

    private static void hide() {
        Fx.run(() -> {
            tab.hidden();
            session.hidden();
        });
    }

    @AfterAll
    static void close() throws Exception {
        Fx.run(tab::close);
        for (AutoCloseable each : OPENED.reversed()) {
            each.close();
        }
    }

    private static Node page() {
        return ((ScrollPane) view).getContent();
    }

    private static List<String> labels(String selector) {
        return page().lookupAll(selector).stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static String tile(int index) {
        return page().lookupAll(".tile").stream()
                .skip(index)
                .findFirst()
                .map(Node::getAccessibleText)
                .orElse("");
    }

    private static boolean everyTileIsRead() {
        return page().lookupAll(".tile").stream()
                .noneMatch(node -> node.getAccessibleText().endsWith("not read yet"));
    }

    @Test
    void showsWhatARealServerAnswers() {
        Fx.eventually("every tile is read", OverviewTabTest::everyTileIsRead);
        Fx.eventually("the standby streams", () -> labels(".node-box .strong").size() == 2);
        Fx.eventually("there is a judgement", () -> tab.health().get() != Severity.UNKNOWN);
        Fx.picture(view, "overview-real", Look.LIGHT, 1_000, 1_400);
        Fx.run(() -> {
            assertTrue(tile(0).startsWith("Connections: "), tile(0));
            assertTrue(tile(0).contains(" of 57, 0 in a transaction"), tile(0));
            assertEquals(List.of("shop", "analytics"), labels(".node-box .strong"));
            assertTrue(
                    labels(".finding .label").stream()
                            .anyMatch(text -> text.contains("fsync = off")),
                    () -> labels(".finding .label").toString());
        });
        Fx.eventually(
                "the schemas are listed",
                () -> cells().containsAll(List.of("orders", "two\\nlines")));
    }

    private static List<String> cells() {
        return page().lookupAll(".table-cell").stream()
                .map(node -> ((javafx.scene.control.Labeled) node).getText())
                .filter(text -> text != null)
                .collect(Collectors.toList());
    }

    @Test
    void showsEveryStatementBehindTheJudgement() {
        Fx.eventually("every tile is read", OverviewTabTest::everyTileIsRead);
        Fx.run(() -> {
            int before = workbench.statements.size();
            ((javafx.scene.control.Button) page().lookup(".findings .panel-sql")).fire();
            String sql = workbench.statements.get(before);
            assertTrue(sql.contains("-- activity\n"), sql);
            assertTrue(sql.contains("pg_stat_archiver"), sql);
        });
    }

    @Test
    void asksNothingWhileItIsHidden() throws Exception {
        Fx.eventually("every tile is read", OverviewTabTest::everyTileIsRead);
        hide();
        try {
            awaitAnswers(5);
            long before = statements();
            // The pauses of what is read often are 2 and 4 s.
            awaitAnswers(50);
            assertEquals(before, statements());
        } finally {
            show();
        }
    }

    /** A shared database at Scalingo has no list of addresses, so no other rule would say so. */
    @Test
    void warnsOfASwitchThatLetsTheInternetInAndLeadsToIt() throws Exception {
        FileOperationLog log = new FileOperationLog(folder);
        try (ScalingoStage scalingo = new ScalingoStage(false, true);
                Session hosted =
                        new Session(
                                session.profile(),
                                () -> Secret.of(server.password()),
                                new Hosting(
                                        scalingo.provider(log),
                                        log,
                                        Platform::runLater,
                                        Clock.systemUTC()),
                                Platform::runLater,
                                Clock.systemUTC())) {
            scalingo.turnedOn("publicly-available");
            OverviewTab other = Fx.call(() -> new OverviewTab(hosted, workbench));
            Parent shown = Fx.call(other::view);
            Fx.run(() -> {
                Fx.style(new Scene(shown, 1_000, 1_400), Look.LIGHT);
                hosted.shown();
                other.shown();
            });
            Node itsPage = ((ScrollPane) shown).getContent();
            Fx.eventually(
                    "the switch is judged", () -> link(itsPage, "Show the switches →").isPresent());
            Fx.eventually("it is shown", () -> other.health().get() != Severity.UNKNOWN);
            Fx.picture(shown, "overview-public", Look.LIGHT, 1_000, 1_400);
            Fx.run(() -> link(itsPage, "Show the switches →").orElseThrow().fire());
            assertEquals(List.of(Place.SETTINGS_ALLOWLIST), workbench.places);
            Fx.run(other::close);
        }
    }

    private static Optional<Hyperlink> link(Node page, String text) {
        return page.lookupAll(".finding .hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(each -> each.getText().equals(text))
                .findFirst();
    }

    /** Lets another panel of the same server get so many answers, a tenth of a second apart. */
    private static void awaitAnswers(int count) {
        AtomicInteger answers = new AtomicInteger();
        Subscription other =
                session.fast()
                        .subscribe(
                                new SessionCountsQuery(),
                                Duration.ofMillis(100),
                                _ -> answers.incrementAndGet());
        other.shown();
        Await.until(count + " answers", Duration.ofSeconds(60), () -> answers.get() >= count);
        other.close();
    }

    /** How many statements the console has sent, that other panel's and our own excepted. */
    private static long statements() throws Exception {
        return Long.parseLong(
                server.ask(
                        """
                        SELECT coalesce(sum(s.calls), 0)
                          FROM pg_stat_statements s
                         WHERE s.query ~ '^\\s*(SELECT|WITH)'
                           AND s.query !~ 'AS pids|set_config'
                           AND s.query !~ 'pg_stat_statements s'
                        """));
    }
}
