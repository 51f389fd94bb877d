package dev.howdah.ui.connect.hosted;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.profile.HostedBy;
import dev.howdah.profile.secret.Secrets;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.ProviderAccount;
import dev.howdah.provider.service.ServiceConnection;
import dev.howdah.session.ProviderKind;
import dev.howdah.session.Providers;
import dev.howdah.ui.connect.form.ServerFields;
import dev.howdah.ui.notice.Notice;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who hosts the server: an account at a provider, and a service found in it. JavaFX thread. */
public final class HostedByViewModel {
    private static final Texts TEXTS = Texts.of(HostedByViewModel.class);

    /** A progress that nobody tells, as progress bars have it. */
    private static final double UNTOLD = -1;

    private final Providers providers;
    private final Executor background;
    private final Executor uiThread;
    private final ServerFields fields;
    private final TypedAccount account;
    private final Consumer<ServiceConnection> taker;
    private final ObservableList<FoundDatabase> found = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNTOLD);
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Notice>> notices =
            new ReadOnlyObjectWrapper<>(List.of());

    private final ReadOnlyObjectWrapper<Optional<ProposedTunnel>> tunnel =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Counts what was begun, so that an answer to an older question is dropped. */
    private int asked;

    /** Ends what is under way. */
    private Runnable interrupt = () -> {};

    /**
     * @param taker gets how to connect to the service that was chosen
     */
    public HostedByViewModel(
            Providers providers,
            Secrets secrets,
            Executor background,
            Executor uiThread,
            ServerFields fields,
            Consumer<ServiceConnection> taker) {
        this.providers = providers;
        this.background = background;
        this.uiThread = uiThread;
        this.fields = fields;
        this.account = new TypedAccount(providers, secrets, fields.hostedBy());
        this.taker = taker;
        fields.hostedBy().subscribe(this::showService);
        account.kind().subscribe(this::kindChosen);
    }

    /** Where services are looked for. */
    public TypedAccount account() {
        return account;
    }

    /** The account's services, after {@link #find}. */
    public ObservableList<FoundDatabase> found() {
        return found;
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Of what is busy, 0 to 1; below 0 while it can't be known. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** How far it is, in words; empty while it can't be known. */
    public ReadOnlyStringProperty doing() {
        return doing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Which service it is, and what the person should know about reaching it. */
    ReadOnlyObjectProperty<List<Notice>> notices() {
        return notices.getReadOnlyProperty();
    }

    /** What leads to the chosen service; empty when nothing is needed. */
    public ReadOnlyObjectProperty<Optional<ProposedTunnel>> tunnel() {
        return tunnel.getReadOnlyProperty();
    }

    /** Fills in the near end of the tunnel. */
    void connectThroughTunnel() {
        tunnel.get().map(ProposedTunnel::nearEnd).ifPresent(taker);
    }

    private void showService(Optional<HostedBy> service) {
        service.ifPresent(account::show);
        tunnel.set(Optional.empty());
        notices.set(
                service.map(known ->
                                List.of(
                                        Notice.of(
                                                Notice.Level.INFO,
                                                TEXTS.text(
                                                        "hosted.chosen",
                                                        known.name(),
                                                        known.region().orElse(""),
                                                        known.plan()))))
                        .orElse(List.of()));
    }

    private void kindChosen(Optional<ProviderKind> chosen) {
        Optional<ProviderKind> present = fields.hostedBy().get().flatMap(TypedAccount::kindOf);
        if (!present.equals(chosen)) {
            fields.hostedBy().set(Optional.empty());
        }
        found.clear();
        problem.set(Optional.empty());
    }

    /** Looks for the services of the account. */
    public void find() {
        ProviderAccount typed = account.asTyped();
        int mine = asked + 1;
        inBackground(
                () -> typed.services(now -> uiThread.execute(() -> show(mine, now))),
                services -> {
                    found.setAll(services);
                    if (services.isEmpty()) {
                        problem.set(
                                Optional.of(
                                        Problem.of(
                                                Problem.Kind.NOT_SUPPORTED,
                                                TEXTS.text("hosted.nothing"),
                                                TEXTS.text("hosted.nothing.remedy"))));
                    }
                });
    }

    private void show(int search, ProviderAccount.Search now) {
        if (search == asked && busy.get() && now.all() > 0) {
            progress.set(now.looked() / (double) now.all());
            doing.set(TEXTS.text("hosted.looked", now.looked(), now.all()));
        }
    }

    /** Takes a service: the profile is of it from now on, and connects as the provider says. */
    public void choose(FoundDatabase service) {
        ProviderAccount typed = account.asTyped();
        HostedBy chosen = account.hosting(service);
        inBackground(
                () -> told(typed, service),
                told -> {
                    fields.hostedBy().set(Optional.of(chosen));
                    told.connection().ifPresent(taker);
                    notices.set(ServiceNotices.of(service, told.connection()));
                    tunnel.set(told.connection().flatMap(ProposedTunnel::to));
                    problem.set(told.whyNot());
                });
    }

    /** How to connect, or why the provider can't tell; it hosts the service either way. */
    private record Told(Optional<ServiceConnection> connection, Optional<Problem> whyNot) {}

    private Told told(ProviderAccount typed, FoundDatabase service) throws ProblemException {
        try {
            return new Told(Optional.of(providers.connection(typed, service)), Optional.empty());
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.NOT_SUPPORTED) {
                return new Told(Optional.empty(), Optional.of(e.problem()));
            }
            throw e;
        }
    }

    private <T> void inBackground(Interruptible.Asking<T> asking, Consumer<T> then) {
        interrupt.run();
        int mine = ++asked;
        idle();
        busy.set(true);
        problem.set(Optional.empty());
        Interruptible work = new Interruptible();
        interrupt = work::interrupt;
        background.execute(() -> {
            Runnable end;
            try {
                T answer = work.run(asking);
                end = () -> then.accept(answer);
            } catch (ProblemException e) {
                end = () -> problem.set(Optional.of(e.problem()));
            }
            Runnable shown = end;
            uiThread.execute(() -> {
                if (mine == asked) {
                    idle();
                    shown.run();
                }
            });
        });
    }

    private void idle() {
        busy.set(false);
        progress.set(UNTOLD);
        doing.set("");
    }

    /** What is being asked is given up, and nothing more is heard of it. */
    public void stop() {
        asked++;
        interrupt.run();
        idle();
    }
}
