package dev.howdah.ui.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.profile.HostedBy;
import dev.howdah.profile.Profile;
import dev.howdah.profile.ProfileStore;
import dev.howdah.profile.secret.NoSecretStore;
import dev.howdah.profile.secret.SecretName;
import dev.howdah.profile.secret.Secrets;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.Provider;
import dev.howdah.provider.http.HttpWire;
import dev.howdah.provider.http.LoopbackServer;
import dev.howdah.provider.http.LoopbackServer.Delivery;
import dev.howdah.provider.http.LoopbackServer.Reply;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.session.ProviderKind;
import dev.howdah.session.Providers;
import dev.howdah.testing.Fx;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.connect.form.ServerFieldsController;
import dev.howdah.ui.connect.hosted.HostedByController;
import dev.howdah.ui.connect.hosted.HostedByViewModel;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server found in a provider's account, from the token to a profile that knows its provider. */
class HostedByViewModelTest {
    @TempDir private Path folder;

    private ScalingoStage scalingo;
    private Secrets secrets;
    private Providers providers;
    private ConnectViewModel model;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void open() throws Exception {
        scalingo = new ScalingoStage(false, true);
        secrets = new Secrets(NoSecretStore::new);
        providers =
                new Providers(
                        new FileOperationLog(folder),
                        secrets,
                        Map.of("HOWDAH_SCALINGO_AUTH", scalingo.api().toString()),
                        HttpWire.usual());
        model = adding();
    }

    private ConnectViewModel adding() {
        return new ConnectViewModel(
                Optional.empty(),
                new ConnectDialog.Stores(new ProfileStore(folder), secrets, providers),
                Runnable::run,
                Runnable::run);
    }

    @AfterEach
    void close() {
        scalingo.close();
    }

    private FoundDatabase found() {
        model.hosted().account().kind().set(Optional.of(ProviderKind.SCALINGO));
        model.hosted().account().token().set(scalingo.token().reveal());
        model.hosted().find();
        assertEquals(Optional.empty(), model.hosted().problem().get());
        return model.hosted().found().getFirst();
    }

    private Profile saved() {
        List<Profile> saved = new ArrayList<>();
        model.whenSaved(saved::add);
        assertEquals(Optional.empty(), model.save());
        return saved.getFirst();
    }

    @Test
    void aServiceOfTheAccountFillsTheFieldsAndItsProfileKnowsItsProvider() throws Exception {
        FoundDatabase service = found();
        assertEquals(1, model.hosted().found().size());

        model.hosted().choose(service);

        assertEquals(Optional.empty(), model.hosted().problem().get());
        assertFalse(model.fields().draft().host().isEmpty());
        assertFalse(model.fields().password().get().isEmpty());
        Profile profile = saved();
        assertEquals(service.name(), profile.name());
        HostedBy hostedBy = profile.hostedBy().orElseThrow();
        assertEquals(
                new HostedBy(
                        "scalingo",
                        "Scalingo",
                        service.name(),
                        service.product(),
                        service.region(),
                        service.plan(),
                        service.address(),
                        Optional.empty()),
                hostedBy);
        assertEquals(List.of(profile), new ProfileStore(folder).load());
        String file = Files.readString(folder.resolve("profiles.json"));
        assertFalse(file.contains(scalingo.token().reveal()), file);
        assertFalse(file.contains(model.fields().password().get()), file);

        Provider provider = providers.hosting(profile, Runnable::run, Clock.systemUTC()).provider();
        assertEquals("Scalingo", provider.providerName());
        assertEquals(service.plan(), provider.facts().plan());
    }

    @Test
    void aServiceThatIsNotPublicIsReachedThroughItsTunnel() {
        FoundDatabase service = found();
        assertEquals(Optional.empty(), model.hosted().tunnel().get());

        model.hosted().choose(service);

        String host = model.fields().draft().host();
        String port = model.fields().draft().port();
        assertEquals(
                "ssh -N -p 22 -L 15432:" + host + ":" + port + " git@ssh.osc-fr1.example",
                model.hosted().tunnel().get().orElseThrow().command());
        Parent view = Fx.call(() -> FxmlViews.load(new HostedByController(model.hosted())));
        Fx.picture(view, "connect-tunnel", Fx.Look.LIGHT, 592, 400);
        Fx.run(() ->
                view.lookupAll(".button").stream()
                        .map(Button.class::cast)
                        .filter(each -> each.getText().equals("Connect through it"))
                        .forEach(Button::fire));

        assertEquals("127.0.0.1", model.fields().draft().host());
        assertEquals("15432", model.fields().draft().port());
        assertFalse(model.fields().password().get().isEmpty());
        assertTrue(saved().hostedBy().isPresent(), "it is still that service");
    }

    @Test
    void withoutItsTokenAProviderSaysWhichOneIsMissing() throws Exception {
        model.hosted().choose(found());
        Profile profile = saved();
        secrets.wipe(SecretName.token("scalingo", "Scalingo"));
        Provider provider = providers.hosting(profile, Runnable::run, Clock.systemUTC()).provider();

        ProblemException missing = assertThrows(ProblemException.class, provider::facts);

        assertEquals(
                Problem.of(
                        Problem.Kind.LOGIN_REFUSED,
                        "The API token of the account Scalingo is not known.",
                        "Choose Edit server in the list of servers and enter the token there."),
                missing.problem());
    }

    @Test
    void aWrongTokenIsSaidAndNothingIsFound() {
        model.hosted().account().kind().set(Optional.of(ProviderKind.SCALINGO));
        model.hosted().account().token().set("wrong");

        model.hosted().find();

        assertEquals(
                Problem.Kind.LOGIN_REFUSED, model.hosted().problem().get().orElseThrow().kind());
        assertEquals(List.of(), model.hosted().found());
    }

    @Test
    void aServiceWhoseAddressNobodyTellsIsTakenAndItsAddressTyped() throws Exception {
        FoundDatabase service = found();
        scalingo.hideTheAddress();

        model.hosted().choose(service);

        assertEquals(
                "The app shop has 2 PostgreSQL databases, and its variables do not tell which"
                        + " address is that of this one.",
                model.hosted().problem().get().orElseThrow().sentence());
        assertEquals("", model.fields().draft().host());
        assertEquals(
                Optional.of(service.name()), model.fields().hostedBy().get().map(HostedBy::name));
    }

    @Test
    void aSearchTellsHowFarItIsAndIsCancelled() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        try (LoopbackServer slow = new LoopbackServer(_ -> Reply.json(404, "{}"))) {
            slow.play(asked -> slowly(asked.uri().getPath(), slow.base()));
            HostedByViewModel hosted =
                    new ConnectViewModel(
                                    Optional.empty(),
                                    new ConnectDialog.Stores(
                                            new ProfileStore(folder),
                                            secrets,
                                            new Providers(
                                                    new FileOperationLog(folder),
                                                    secrets,
                                                    Map.of(
                                                            "HOWDAH_SCALINGO_AUTH",
                                                            slow.base().toString()),
                                                    HttpWire.usual())),
                                    task ->
                                            Thread.startVirtualThread(() -> {
                                                task.run();
                                                gone.countDown();
                                            }),
                                    Platform::runLater)
                            .hosted();
            Parent view = Fx.call(() -> FxmlViews.load(new HostedByController(hosted)));
            Fx.run(() -> {
                hosted.account().kind().set(Optional.of(ProviderKind.SCALINGO));
                hosted.account().token().set("tk");
                hosted.find();
            });
            Fx.eventually(
                    "one of two is looked into",
                    () -> hosted.doing().get().equals("1 of 2 apps looked into"));
            assertEquals(0.5, Fx.call(() -> hosted.progress().get()));
            Fx.picture(view, "connect-searching", Fx.Look.LIGHT, 592, 200);

            Fx.run(() ->
                    view.lookupAll(".button").stream()
                            .map(Button.class::cast)
                            .filter(each -> each.getText().equals("Cancel"))
                            .forEach(Button::fire));

            assertTrue(gone.await(1, TimeUnit.MINUTES), "nothing is asked any more");
            Fx.run(() -> {});
            assertEquals(Optional.empty(), Fx.call(() -> hosted.problem().get()));
            assertEquals("", Fx.call(() -> hosted.doing().get()));
            assertFalse(Fx.call(() -> view.lookup("#work").isVisible()));
        }
    }

    /** The second of two apps is never heard of. */
    private static Reply slowly(String path, URI base) {
        return switch (path) {
            case "/v1/tokens/exchange" -> Reply.json(200, "{\"token\":\"bearer\"}");
            case "/v1/regions" ->
                    Reply.json(200, "{\"regions\":[{\"name\":\"r\",\"api\":\"" + base + "\"}]}");
            case "/v1/apps" -> Reply.json(200, "{\"apps\":[{\"name\":\"a\"},{\"name\":\"b\"}]}");
            case "/v1/apps/b/addons" -> Reply.json(200, "{}").by(Delivery.SILENT);
            default -> Reply.json(200, "{}");
        };
    }

    @Test
    void nobodyHostsAServerWhoseProviderWasTakenBack() {
        model.hosted().choose(found());
        model.hosted().account().kind().set(Optional.empty());

        assertEquals(Optional.empty(), saved().hostedBy());
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsTheServicesOfTheAccount(Fx.Look look) {
        ServerFieldsController fields =
                new ServerFieldsController(model.fields(), model.keychain());
        Parent view =
                Fx.call(() ->
                        FxmlViews.load(
                                new ConnectController(model, fields, Optional.empty(), () -> {}),
                                fields,
                                new HostedByController(model.hosted())));
        Fx.run(() -> model.hosted().choose(found()));

        assertTrue(Files.exists(Fx.picture(view, "connect-hosted", look, 592, 860)));
    }
}
