package dev.howdah.ui.connect;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.profile.HostedBy;
import dev.howdah.profile.secret.SecretName;
import dev.howdah.profile.secret.Secrets;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.ProviderAccount;
import dev.howdah.provider.service.ServiceConnection;
import dev.howdah.session.ProviderKind;
import dev.howdah.session.Providers;
import dev.howdah.ui.Notice;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who hosts the server: an account at a provider, and a service found in it. JavaFX thread. */
final class HostedByViewModel {
    private static final Texts TEXTS = Texts.of(HostedByViewModel.class);

    private final Providers providers;
    private final Secrets secrets;
    private final Executor background;
    private final Executor uiThread;
    private final ServerFields fields;
    private final Consumer<ServiceConnection> taker;
    private final ObjectProperty<Optional<ProviderKind>> kind =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty account = new SimpleStringProperty("");
    private final StringProperty token = new SimpleStringProperty("");
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
    HostedByViewModel(
            Providers providers,
            Secrets secrets,
            Executor background,
            Executor uiThread,
            ServerFields fields,
            Consumer<ServiceConnection> taker) {
        this.providers = providers;
        this.secrets = secrets;
        this.background = background;
        this.uiThread = uiThread;
        this.fields = fields;
        this.taker = taker;
        fields.hostedBy().subscribe(this::showService);
        kind.subscribe(this::kindChosen);
    }

    /** Empty: nobody hosts it for us. */
    ObjectProperty<Optional<ProviderKind>> kind() {
        return kind;
    }

    /** What the person calls the account; blank stands for the provider's name. */
    StringProperty account() {
        return account;
    }

    /** In memory only; never part of a draft or a file. Blank for the one that is known. */
    StringProperty token() {
        return token;
    }

    /** The account's services, after {@link #find}. */
    ObservableList<FoundDatabase> found() {
        return found;
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Which service it is, and what the person should know about reaching it. */
    ReadOnlyObjectProperty<List<Notice>> notices() {
        return notices.getReadOnlyProperty();
    }

    /** What leads to the chosen service; empty when nothing is needed. */
    ReadOnlyObjectProperty<Optional<ProposedTunnel>> tunnel() {
        return tunnel.getReadOnlyProperty();
    }

    /** Fills in the near end of the tunnel. */
    void connectThroughTunnel() {
        tunnel.get().map(ProposedTunnel::nearEnd).ifPresent(taker);
    }

    private void showService(Optional<HostedBy> service) {
        service.ifPresent(known -> {
            kind.set(kindOf(known));
            account.set(known.account());
        });
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
        Optional<ProviderKind> present = fields.hostedBy().get().flatMap(HostedByViewModel::kindOf);
        if (!present.equals(chosen)) {
            fields.hostedBy().set(Optional.empty());
        }
        found.clear();
        problem.set(Optional.empty());
    }

    private static Optional<ProviderKind> kindOf(HostedBy service) {
        return List.of(ProviderKind.values()).stream()
                .filter(each -> each.word().equals(service.provider()))
                .findFirst();
    }

    private String accountName() {
        String typed = account.get().strip();
        return typed.isEmpty() ? kind.get().map(ProviderKind::title).orElse("") : typed;
    }

    private Optional<URI> api() {
        return fields.hostedBy().get().flatMap(HostedBy::api);
    }

    private SecretName tokenName() {
        return SecretName.token(kind.get().map(ProviderKind::word).orElse(""), accountName());
    }

    /** The token that was typed, under its name; empty when none was. */
    Optional<Secret> typedToken() {
        return kind.get().isEmpty() || token.get().isBlank()
                ? Optional.empty()
                : Optional.of(Secret.of(token.get().strip()));
    }

    /** The account as it is typed; its token is the typed one, else the one that is known. */
    private ProviderAccount typedAccount() {
        Optional<Secret> typed = typedToken();
        SecretName name = tokenName();
        String called = accountName();
        return providers.account(
                kind.get().orElseThrow(),
                api(),
                () -> typed.isPresent() ? typed.get() : knownToken(name, called));
    }

    private Secret knownToken(SecretName name, String called) throws ProblemException {
        return secrets.find(name)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        Problem.Kind.BAD_INPUT,
                                        TEXTS.text("hosted.noToken", called),
                                        TEXTS.text("hosted.noToken.remedy"))));
    }

    /** Looks for the services of the account. */
    void find() {
        ProviderAccount typed = typedAccount();
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
    void choose(FoundDatabase service) {
        ProviderAccount typed = typedAccount();
        ProviderKind chosen = kind.get().orElseThrow();
        inBackground(
                () -> providers.connection(typed, service),
                connection -> {
                    fields.hostedBy()
                            .set(
                                    Optional.of(
                                            Providers.hostedBy(
                                                    chosen, accountName(), api(), service)));
                    taker.accept(connection);
                    notices.set(ServiceNotices.of(service, connection));
                    tunnel.set(ProposedTunnel.to(connection));
                });
    }

    /** Remembers or keeps a token that was typed. Blocks. */
    void saveToken(boolean keep) throws ProblemException {
        Optional<Secret> typed = typedToken();
        if (typed.isEmpty()) {
            return;
        }
        if (keep) {
            secrets.keep(tokenName(), typed.get());
        } else {
            secrets.remember(tokenName(), typed.get());
        }
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
    void stop() {
        asked++;
        busy.set(false);
    }
}
