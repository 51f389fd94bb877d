package dev.howdah.ui.connect.hosted;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.profile.HostedBy;
import dev.howdah.profile.secret.SecretName;
import dev.howdah.profile.secret.Secrets;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.ProviderAccount;
import dev.howdah.session.ProviderKind;
import dev.howdah.session.Providers;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** The account at a provider as it is typed, with its token. JavaFX thread, but for saving. */
public final class TypedAccount {
    private static final Texts TEXTS = Texts.of(TypedAccount.class);

    private final Providers providers;
    private final Secrets secrets;
    private final ObservableValue<Optional<HostedBy>> service;
    private final ObjectProperty<Optional<ProviderKind>> kind =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty token = new SimpleStringProperty("");

    /**
     * @param service the one that is known already, which may name another address of its provider
     */
    TypedAccount(
            Providers providers, Secrets secrets, ObservableValue<Optional<HostedBy>> service) {
        this.providers = providers;
        this.secrets = secrets;
        this.service = service;
    }

    /** Empty: nobody hosts it for us. */
    public ObjectProperty<Optional<ProviderKind>> kind() {
        return kind;
    }

    /** What the person calls the account; blank stands for the provider's name. */
    StringProperty name() {
        return name;
    }

    /** In memory only; never part of a draft or a file. Blank for the one that is known. */
    public StringProperty token() {
        return token;
    }

    /** The account that a service is known to be of. */
    void show(HostedBy known) {
        kind.set(kindOf(known));
        name.set(known.account());
    }

    /** Empty for a provider that this console does not know. */
    static Optional<ProviderKind> kindOf(HostedBy service) {
        return List.of(ProviderKind.values()).stream()
                .filter(each -> each.word().equals(service.provider()))
                .findFirst();
    }

    private String calledName() {
        String typed = name.get().strip();
        return typed.isEmpty() ? kind.get().map(ProviderKind::title).orElse("") : typed;
    }

    private Optional<URI> api() {
        return service.getValue().flatMap(HostedBy::api);
    }

    private SecretName tokenName() {
        return SecretName.token(kind.get().map(ProviderKind::word).orElse(""), calledName());
    }

    private Optional<Secret> typedToken() {
        return kind.get().isEmpty() || token.get().isBlank()
                ? Optional.empty()
                : Optional.of(Secret.of(token.get().strip()));
    }

    /** The account as it is typed; its token is the typed one, else the one that is known. */
    ProviderAccount asTyped() {
        Optional<Secret> typed = typedToken();
        SecretName secret = tokenName();
        String called = calledName();
        return providers.account(
                kind.get().orElseThrow(),
                api(),
                () -> typed.isPresent() ? typed.get() : knownToken(secret, called));
    }

    private Secret knownToken(SecretName secret, String called) throws ProblemException {
        return secrets.find(secret)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        Problem.Kind.BAD_INPUT,
                                        TEXTS.text("hosted.noToken", called),
                                        TEXTS.text("hosted.noToken.remedy"))));
    }

    /** A service of this account, as a profile remembers it. */
    HostedBy hosting(FoundDatabase found) {
        return Providers.hostedBy(kind.get().orElseThrow(), calledName(), api(), found);
    }

    /** Remembers or keeps a token that was typed. Blocks. */
    public void saveToken(boolean keep) throws ProblemException {
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
}
