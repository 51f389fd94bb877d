package dev.howdah.ui.connect;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.profile.secret.SecretName;
import dev.howdah.provider.service.ServiceConnection;
import dev.howdah.ui.Notice;
import dev.howdah.ui.Notice.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** One server on its way from what was typed to a saved profile. JavaFX thread only. */
final class ConnectViewModel {
    private static final Texts TEXTS = Texts.of(ConnectViewModel.class);

    private final Optional<Profile> existing;
    private final ConnectDialog.Stores stores;
    private final Executor background;
    private final Executor uiThread;
    private final UUID id;
    private final ServerDraft initial;
    private final ServerFields fields = new ServerFields();
    private final PastedText pasted = new PastedText(this::take);
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<TestState> test =
            new ReadOnlyObjectWrapper<>(new TestState.NotRun());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable ConnectionTest running;
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
        fields.fill(initial);
        for (ServerFields.Field field : ServerFields.Field.values()) {
            fields.text(field).subscribe(this::forgetTest);
        }
        fields.tls().subscribe(this::forgetTest);
        password.subscribe(this::forgetTest);
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

    /** In memory only; never part of a draft or a file. */
    StringProperty password() {
        return password;
    }

    ReadOnlyObjectProperty<TestState> test() {
        return test.getReadOnlyProperty();
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
        stopTest();
        pasted.clear();
        hosted.stop();
        password.set("");
        problem.set(Optional.empty());
        fields.fill(initial);
    }

    /** What this mode protects from, and what not. */
    Notice tlsNotice() {
        String mode = fields.tls().get().sslMode();
        return Notice.of(
                fields.tls().get().verifiesTheServer() ? Level.GOOD : Level.WARNING,
                TEXTS.text("tls." + mode));
    }

    private void take(PastedText.Understood understood) {
        fields.point(understood.target());
        understood.password().ifPresent(secret -> password.set(secret.reveal()));
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
        connection.password().ifPresent(secret -> password.set(secret.reveal()));
    }

    /** Visits the server; the first field that is wrong when it can't. */
    Optional<ServerFields.Field> startTest() {
        Optional<ServerFields.Field> wrong = fields.firstWrong();
        if (wrong.isPresent() || running != null) {
            return wrong;
        }
        ConnectionTest visit = new ConnectionTest(fields.target(), Secret.of(password.get()));
        running = visit;
        test.set(new TestState.Running(List.of()));
        background.execute(() -> {
            Optional<Problem> failure =
                    failureOf(() -> visit.run(notice -> onUi(visit, () -> add(notice))));
            onUi(visit, () -> end(failure));
        });
        return wrong;
    }

    /** Nothing more is heard of a visit that was stopped. */
    private void onUi(ConnectionTest visit, Runnable what) {
        uiThread.execute(() -> {
            if (running == visit) {
                what.run();
            }
        });
    }

    private void add(Notice notice) {
        List<Notice> found = new ArrayList<>(test.get().found());
        found.add(notice);
        test.set(new TestState.Running(found));
    }

    private void end(Optional<Problem> failure) {
        running = null;
        List<Notice> found = test.get().found();
        test.set(
                failure.<TestState>map(problem -> new TestState.Failed(found, problem))
                        .orElseGet(() -> new TestState.Reached(found)));
    }

    /** Stops the test that is under way, if there is one. */
    void stopTest() {
        ConnectionTest visit = running;
        if (visit != null) {
            running = null;
            visit.cancel();
            test.set(new TestState.NotRun());
        }
    }

    /** What was found is no longer about what the fields say. */
    private void forgetTest() {
        stopTest();
        test.set(new TestState.NotRun());
    }

    /** Saves the profile; the first field that is wrong when it can't. */
    Optional<ServerFields.Field> save() {
        Optional<ServerFields.Field> wrong = fields.firstWrong();
        if (wrong.isEmpty()) {
            Profile profile = profile();
            Secret secret = Secret.of(password.get());
            boolean kept = keychain.keep().get();
            inBackground(
                    () -> {
                        stores.profiles().save(profile);
                        keychain.save(secret, kept);
                        hosted.saveToken(kept);
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

    /** Work that blocks. */
    private interface Work {
        void run() throws ProblemException;
    }

    private void inBackground(Work work, Runnable afterwards) {
        if (busy.get()) {
            return;
        }
        stopTest();
        busy.set(true);
        problem.set(Optional.empty());
        background.execute(() -> {
            Optional<Problem> failure = failureOf(work);
            uiThread.execute(() -> {
                busy.set(false);
                problem.set(failure);
                if (failure.isEmpty()) {
                    afterwards.run();
                }
            });
        });
    }

    private static Optional<Problem> failureOf(Work work) {
        try {
            work.run();
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        } catch (RuntimeException e) {
            return Optional.of(defect(e));
        }
    }

    private static Problem defect(RuntimeException e) {
        return new Problem(
                Problem.Kind.FAILED,
                TEXTS.text("problem.defect"),
                TEXTS.text("problem.defect.do"),
                e.toString());
    }
}
