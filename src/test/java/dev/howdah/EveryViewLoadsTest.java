package dev.howdah;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Secret;
import dev.howdah.core.change.Environment;
import dev.howdah.history.CertificateHistory;
import dev.howdah.history.RestoreProofHistory;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.Place;
import dev.howdah.ui.ServerTab;
import dev.howdah.ui.backups.BackupsTab;
import dev.howdah.ui.backups.copies.SomeCopies;
import dev.howdah.ui.overview.OverviewTab;
import dev.howdah.ui.settings.SettingsTab;
import dev.howdah.ui.stats.StatsTab;
import dev.howdah.ui.users.UsersTab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Parent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every tab and each of its panels loads and paints in both themes, even without a server. */
class EveryViewLoadsTest {
    @TempDir Path folder;

    private static final Map<String, List<Place>> PANELS =
            Map.of(
                    "overview", List.of(Place.OVERVIEW),
                    "users", List.of(Place.USERS),
                    "backups",
                            List.of(
                                    Place.BACKUPS,
                                    Place.BACKUPS_RESTORES,
                                    Place.BACKUPS_DUMPS,
                                    Place.BACKUPS_ARCHIVE),
                    "stats",
                            List.copyOf(EnumSet.range(Place.STATS_ACTIVITY, Place.STATS_RESOURCES)),
                    "settings",
                            List.copyOf(
                                    EnumSet.range(Place.SETTINGS_ALLOWLIST, Place.SETTINGS_LOGS)));

    static Stream<Arguments> everyPanelInBothThemes() {
        return PANELS.entrySet().stream()
                .flatMap(tab ->
                        tab.getValue().stream()
                                .flatMap(place ->
                                        Stream.of(Look.values())
                                                .map(look ->
                                                        Arguments.of(tab.getKey(), place, look))));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("everyPanelInBothThemes")
    void loadsAndPaints(String name, Place place, Look look) throws Exception {
        Fx.start();
        try (Session session = sessionToNowhere()) {
            ServerTab tab = tab(name, session);
            Parent view =
                    Fx.call(() -> {
                        Parent made = tab.view();
                        tab.shown();
                        tab.select(place, "");
                        return made;
                    });
            String file = "nowhere-" + place.name().toLowerCase(Locale.ROOT);
            Path picture = Fx.picture(view, file, look, 1_000, 700);
            Fx.run(() -> {
                tab.hidden();
                tab.close();
            });

            assertTrue(Files.size(picture) > 1_000, picture.toString());
        }
    }

    private ServerTab tab(String name, Session session) {
        SomeWorkbench workbench = new SomeWorkbench();
        return Fx.call(() ->
                switch (name) {
                    case "overview" -> new OverviewTab(session, workbench);
                    case "users" ->
                            new UsersTab(
                                    session, workbench, new CertificateHistory(folder), List::of);
                    case "backups" ->
                            BackupsTab.of(
                                    session,
                                    workbench,
                                    _ -> List.of(),
                                    new RestoreProofHistory(folder),
                                    List::of,
                                    new SomeCopies());
                    case "stats" -> StatsTab.of(session, workbench);
                    default ->
                            SettingsTab.of(
                                    session,
                                    workbench,
                                    List::of,
                                    SomeSessions.guard(session, folder),
                                    SomeSessions.peaks(session, folder),
                                    SomeSessions.clients(
                                            session.profile().id(), folder, Clock.systemUTC()));
                });
    }

    /** Nothing listens on the discard port of a desktop. */
    private static Session sessionToNowhere() throws Exception {
        Profile profile =
                new Profile(
                        UUID.randomUUID(),
                        "nowhere",
                        Environment.DEVELOPMENT,
                        PgTarget.of("127.0.0.1", 9, "nothing", "nobody", TlsMode.DISABLE),
                        false);
        return new Session(profile, () -> Secret.of("none"), Platform::runLater, Clock.systemUTC());
    }
}
