package dev.howdah.ui.connect;

import dev.howdah.core.Problem;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.profile.secret.SecretName;
import dev.howdah.provider.service.ServiceConnection;
import dev.howdah.ui.connect.form.Attempt;
import dev.howdah.ui.connect.form.KeychainChoice;
import dev.howdah.ui.connect.form.ServerDraft;
import dev.howdah.ui.connect.form.ServerFields;
import dev.howdah.ui.connect.hosted.HostedByViewModel;
import dev.howdah.ui.connect.test.TestViewModel;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One server on its way from what was typed to a saved profile. JavaFX thread only. */
final class ConnectViewModel {
    private final Optional<Profile> existing;
    private final ConnectDialog.Stores stores;
    private final Executor background;
    private final Executor uiThread;
    private final UUID id;
    private final ServerDraft initial;
    private final ServerFields fields = new ServerFields();
    private final PastedText pasted = new PastedText(this::take);
    private final TestViewModel test;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final HostedByViewModel hosted;
    private final KeychainChoice keychain;
    private Consumer<Profile> saved = _ -> {};
    private Consumer<Profile> removed = _ -> {};

    /**
     * Shows a profile, or nothing yet.
     *
     * @param existing empty when a server is to be added
     */
    ConnectViewModel(
            Optional<Profile> existing,
            ConnectDialog.Stores stores,
            Executor background,
            Executor uiThread) {
        this.existing = existing;
        this.stores = stores;
        this.background = background;
        this.uiThread = uiThread;
        this.id = existing.map(Profile::id).orElseGet(UUID::randomUUID);
        this.initial = existing.map(ServerDraft::of).orElse(ServerDraft.EMPTY);
        this.keychain = new KeychainChoice(stores.secrets(), SecretName.password(id));
        this.hosted =
                new HostedByViewModel(
                        stores.providers(),
                        stores.secrets(),
                        background,
                        uiThread,
                        fields,
                        this::take);
        this.test = new TestViewModel(background, uiThread);
        fields.fill(initial);
        for (ServerFields.Field field : ServerFields.Field.values()) {
            fields.text(field).subscribe(test::forget);
        }
        fields.tls().subscribe(test::forget);
        fields.password().subscribe(test::forget);
    }

    /** Called on the JavaFX thread after saving. */
    void whenSaved(Consumer<Profile> action) {
        saved = action;
    }

    /** Called on the JavaFX thread after the profile was removed. */
    void whenRemoved(Consumer<Profile> action) {
        removed = action;
    }

    Optional<Profile> existing() {
        return existing;
    }

    ServerFields fields() {
        return fields;
    }

    PastedText pasted() {
        return pasted;
    }

    HostedByViewModel hosted() {
        return hosted;
    }

    /** Whether password and token outlive the program. */
    KeychainChoice keychain() {
        return keychain;
    }

    void lookForKeychain() {
        keychain.look(background, uiThread);
    }

    TestViewModel test() {
        return test;
    }

    /** While saving or removing is under way. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Why saving or removing failed; nothing that was typed is lost by it. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Goes on where an earlier dialog was closed. */
    void restore(ServerDraft draft) {
        fields.fill(draft);
    }

    /** What was typed and not saved, to go on with later; empty when nothing was. */
    Optional<ServerDraft> draft() {
        return Optional.of(fields.draft()).filter(typed -> !typed.equals(initial));
    }

    /** Every field says again what it said when nothing was typed. */
    void startOver() {
        test.stop();
        pasted.clear();
        hosted.stop();
        fields.password().set("");
        problem.set(Optional.empty());
        fields.fill(initial);
    }

    private void take(PastedText.Understood understood) {
        fields.point(understood.target());
        understood.password().ifPresent(secret -> fields.password().set(secret.reveal()));
    }

    private void take(ServiceConnection connection) {
        ServiceConnection.Endpoint usual = connection.endpoints().getFirst();
        fields.point(
                PgTarget.of(
                        usual.host(),
                        usual.port(),
                        connection.database(),
                        connection.user(),
                        usual.tls() == ServiceConnection.Tls.NONE
                                ? TlsMode.DISABLE
                                : TlsMode.REQUIRE));
        connection.password().ifPresent(secret -> fields.password().set(secret.reveal()));
    }

    /** Visits the server; the first field that is wrong when it can't. */
    Optional<ServerFields.Field> startTest() {
        Optional<ServerFields.Field> wrong = fields.firstWrong();
        if (wrong.isEmpty() && !test.isUnderWay()) {
            test.start(fields.target(), Secret.of(fields.password().get()));
        }
        return wrong;
    }

    /** Saves the profile; the first field that is wrong when it can't. */
    Optional<ServerFields.Field> save() {
        Optional<ServerFields.Field> wrong = fields.firstWrong();
        if (wrong.isEmpty()) {
            Profile profile = profile();
            Secret secret = Secret.of(fields.password().get());
            boolean kept = keychain.keep().get();
            inBackground(
                    () -> {
                        stores.profiles().save(profile);
                        keychain.save(secret, kept);
                        hosted.account().saveToken(kept);
                    },
                    () -> saved.accept(profile));
        }
        return wrong;
    }

    /** Forgets the profile; the server itself is not touched. */
    void remove() {
        Profile profile = existing.orElseThrow();
        inBackground(
                () -> {
                    stores.profiles().remove(profile.id());
                    keychain.forget();
                },
                () -> removed.accept(profile));
    }

    private Profile profile() {
        String name = fields.name().get().strip();
        return new Profile(
                id,
                name.isEmpty() ? fields.suggestedName() : name,
                fields.environment().get(),
                fields.target(),
                fields.readOnly().get(),
                fields.hostedBy().get());
    }

    private void inBackground(Attempt work, Runnable afterwards) {
        if (busy.get()) {
            return;
        }
        test.stop();
        busy.set(true);
        problem.set(Optional.empty());
        background.execute(() -> {
            Optional<Problem> failure = work.failure();
            uiThread.execute(() -> {
                busy.set(false);
                problem.set(failure);
                if (failure.isEmpty()) {
                    afterwards.run();
                }
            });
        });
    }
}
