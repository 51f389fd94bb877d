package dev.howdah.ui.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.howdah.core.Problem;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.profile.ProfileStore;
import dev.howdah.profile.secret.SecretName;
import dev.howdah.ui.connect.form.ServerDraft;
import dev.howdah.ui.connect.form.ServerFields.Field;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed about a server, understood, judged, saved and removed; without a screen. */
class ConnectViewModelTest {
    private static final String ADDRESS =
            "postgresql://app:s3cret@db.example.org:5433/shop?sslmode=require&fetch=1";

    @TempDir private Path folder;

    @Test
    void aPastedTextFillsTheFieldsAndSaysWhatWasIgnored() {
        ConnectViewModel model = SomeServers.adding(folder);

        model.pasted().text().set(ADDRESS);

        assertEquals(
                new ServerDraft(
                        "",
                        Environment.PRODUCTION,
                        "db.example.org",
                        "5433",
                        "shop",
                        "app",
                        TlsMode.REQUIRE,
                        "",
                        false,
                        Optional.empty()),
                model.fields().draft());
        assertEquals("s3cret", model.fields().password().get());
        assertEquals(
                List.of(
                        Notice.of(
                                Level.GOOD,
                                "The fields below are filled in from this text, with its password."),
                        Notice.of(
                                Level.INFO,
                                "One parameter is ignored, because the console does not know its"
                                        + " name.")),
                model.pasted().notices().get());
    }

    @Test
    void anUnderstoodTextIsClearedWhenItIsLeftBecauseItMayHoldAPassword() {
        ConnectViewModel model = SomeServers.adding(folder);
        model.pasted().text().set(ADDRESS);
        List<Notice> said = model.pasted().notices().get();

        model.pasted().left();

        assertEquals("", model.pasted().text().get());
        assertEquals(said, model.pasted().notices().get());
        assertEquals("db.example.org", model.fields().draft().host());
    }

    @Test
    void aBadTextLeavesTheFieldsAndSaysWhy() {
        ConnectViewModel model = SomeServers.adding(folder);
        model.fields().text(Field.HOST).set("kept.example.org");

        model.pasted().text().set("mysql://root@db.example.org/shop");

        assertEquals(
                List.of(
                        new Notice(
                                Level.WARNING,
                                "The address is not one of a PostgreSQL server.",
                                "Use an address that begins with postgresql://, postgres:// or"
                                        + " jdbc:postgresql://.")),
                model.pasted().notices().get());
        assertEquals("kept.example.org", model.fields().draft().host());
    }

    @Test
    void whoStillTypesIsNotComplainedAbout() {
        ConnectViewModel model = SomeServers.adding(folder);

        model.pasted().text().set("p");
        model.pasted().text().set("po");
        assertEquals(List.of(), model.pasted().notices().get());

        model.pasted().left();
        assertEquals(
                "The text is neither an address nor a list of key=value pairs.",
                model.pasted().notices().get().getFirst().sentence());
        assertEquals("po", model.pasted().text().get());
    }

    @Test
    void theEnvironmentVariableFillsTheFieldsAndIsNotShown() {
        ConnectViewModel model = SomeServers.adding(folder);

        model.pasted().takeEnvironment("postgres://me@127.0.0.1/mine");

        assertEquals("", model.pasted().text().get());
        assertEquals(
                PgTarget.of("127.0.0.1", 5432, "mine", "me", TlsMode.DISABLE),
                model.fields().target());
        assertEquals(
                List.of(
                        Notice.of(
                                Level.GOOD,
                                "The fields below are filled in from DATABASE_URL. It holds no"
                                        + " password.")),
                model.pasted().notices().get());
    }

    @Test
    void nothingIsSavedWhileAFieldIsWrong() {
        ConnectViewModel model = SomeServers.adding(folder);
        model.fields().text(Field.PORT).set("0");
        model.fields().text(Field.CA_FILE).set("a\0b");

        assertEquals(Optional.of(Field.HOST), model.save());
        assertFalse(Files.exists(folder.resolve("profiles.json")));
    }

    @Test
    void theDraftGoesOnWithoutThePasswordAndCanBeStartedOver() {
        ConnectViewModel closed = SomeServers.adding(folder);
        assertEquals(Optional.empty(), closed.draft());
        closed.pasted().text().set(ADDRESS);
        ServerDraft draft = closed.draft().orElseThrow();
        assertFalse(draft.toString().contains("s3cret"));

        ConnectViewModel reopened = SomeServers.adding(folder);
        reopened.restore(draft);
        assertEquals(draft, reopened.fields().draft());
        assertEquals("", reopened.fields().password().get());

        reopened.startOver();
        assertEquals(Optional.empty(), reopened.draft());
    }

    @Test
    void savesUnderTheSuggestedNameAndWritesNoPassword() throws Exception {
        ConnectDialog.Stores stores = SomeServers.stores(folder);
        ConnectViewModel model =
                new ConnectViewModel(Optional.empty(), stores, Runnable::run, Runnable::run);
        List<Profile> saved = new ArrayList<>();
        model.whenSaved(saved::add);
        model.pasted().text().set(ADDRESS);
        model.fields().readOnly().set(true);

        assertEquals(Optional.empty(), model.save());

        Profile profile = saved.getFirst();
        assertEquals(
                new Profile(
                        profile.id(),
                        "db.example.org/shop",
                        Environment.PRODUCTION,
                        PgTarget.of("db.example.org", 5433, "shop", "app", TlsMode.REQUIRE),
                        true),
                profile);
        assertEquals("s3cret", revealed(stores, profile));
        assertEquals(List.of(profile), new ProfileStore(folder).load());
        assertFalse(Files.readString(folder.resolve("profiles.json")).contains("s3cret"));
        assertFalse(model.busy().get());
    }

    private static String revealed(ConnectDialog.Stores stores, Profile profile) {
        SecretName name = SecretName.password(profile.id());
        return stores.secrets().typed(name).orElseThrow().reveal();
    }

    @Test
    void aNameThatIsTakenIsSaidAndNothingIsLost() throws Exception {
        new ProfileStore(folder).save(SomeServers.orders());
        ConnectViewModel model = SomeServers.adding(folder);
        List<Profile> saved = new ArrayList<>();
        model.whenSaved(saved::add);
        model.pasted().text().set(ADDRESS);
        model.fields().name().set("Orders-Prod");

        assertEquals(Optional.empty(), model.save());

        Problem problem = model.problem().get().orElseThrow();
        assertEquals("Another server is called orders-prod already.", problem.sentence());
        assertEquals(List.of(), saved);
        assertEquals("db.example.org", model.fields().draft().host());
        assertEquals("s3cret", model.fields().password().get());

        model.fields().name().set("orders-2");
        assertEquals(Optional.empty(), model.save());
        assertEquals(Optional.empty(), model.problem().get());
        assertEquals(1, saved.size());
    }

    @Test
    void editingKeepsTheIdentityAndRemovingForgetsTheProfile() throws Exception {
        ProfileStore store = new ProfileStore(folder);
        store.save(SomeServers.orders());
        ConnectViewModel model = SomeServers.editing(folder, SomeServers.orders());
        assertEquals(ServerDraft.of(SomeServers.orders()), model.fields().draft());
        model.fields().name().set("orders");
        model.save();
        assertEquals(
                List.of(SomeServers.orders().id()),
                store.load().stream().map(Profile::id).toList());
        assertEquals("orders", store.load().getFirst().name());

        List<Profile> removed = new ArrayList<>();
        model.whenRemoved(removed::add);
        model.remove();
        assertEquals(List.of(SomeServers.orders()), removed);
        assertEquals(List.of(), store.load());
    }
}
