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
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who hosts the server: an account at a provider, and a service found in it. JavaFX thread. */
public final class HostedByViewModel {
    private static final Texts TEXTS = Texts.of(HostedByViewModel.class);

    private final Providers providers;
    private final Executor background;
    private final Executor uiThread;
    private final ServerFields fields;
    private final TypedAccount account;
    private final Consumer<ServiceConnection> taker;
    private final ObservableList<FoundDatabase> found = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Notice>> notices =
            new ReadOnlyObjectWrapper<>(List.of());

    private final ReadOnlyObjectWrapper<Optional<ProposedTunnel>> tunnel =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Counts what was begun, so that an answer to an older question is dropped. */
    private int asked;

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
        inBackground(
                typed::services,
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

    /** Takes a service: the profile is of it from now on, and connects as the provider says. */
    public void choose(FoundDatabase service) {
        ProviderAccount typed = account.asTyped();
        HostedBy chosen = account.hosting(service);
        inBackground(
                () -> providers.connection(typed, service),
                connection -> {
                    fields.hostedBy().set(Optional.of(chosen));
                    taker.accept(connection);
                    notices.set(ServiceNotices.of(service, connection));
                    tunnel.set(ProposedTunnel.to(connection));
                });
    }

    /** Something to ask a provider. */
    private interface Asking<T> {
        T ask() throws ProblemException;
    }

    private <T> void inBackground(Asking<T> asking, Consumer<T> then) {
        int mine = ++asked;
        busy.set(true);
        problem.set(Optional.empty());
        background.execute(() -> {
            Runnable end;
            try {
                T answer = asking.ask();
                end = () -> then.accept(answer);
            } catch (ProblemException e) {
                end = () -> problem.set(Optional.of(e.problem()));
            }
            Runnable shown = end;
            uiThread.execute(() -> {
                if (mine == asked) {
                    busy.set(false);
                    shown.run();
                }
            });
        });
    }

    /** Nothing more is heard of what was asked. */
    public void stop() {
        asked++;
        busy.set(false);
    }
}
