package dev.howdah.session;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.core.change.OperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.profile.HostedBy;
import dev.howdah.profile.Profile;
import dev.howdah.profile.secret.Secrets;
import dev.howdah.provider.ApiToken;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.NoProvider;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderAccount;
import dev.howdah.provider.http.HttpWire;
import dev.howdah.provider.lab.LabProvider;
import dev.howdah.provider.scalingo.ScalingoAccount;
import dev.howdah.provider.scalingo.call.ScalingoHosts;
import dev.howdah.provider.service.ServiceConnection;
import dev.howdah.provider.service.ServiceState;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The choice of a provider: from what a profile says to the adapter that speaks with its API.
 * Profiles of one account share the adapter's account, and so its tokens and its pace.
 */
public final class Providers {
    /** Environment variable: another base URL of Scalingo's service for accounts and regions. */
    static final String SCALINGO_AUTH = "HOWDAH_SCALINGO_AUTH";

    /**
     * Environment variable: {@value #WITH_APPS} when Scalingo no longer asks databases at a host of
     * their own, though its list of regions names one.
     */
    static final String SCALINGO_DATABASES = "HOWDAH_SCALINGO_DATABASES";

    static final String WITH_APPS = "with-apps";

    private static final Texts TEXTS = Texts.of(Providers.class);

    private final OperationLog log;
    private final Secrets secrets;
    private final Map<String, String> environment;
    private final HttpWire wire;
    private final Map<Key, ProviderAccount> accounts = new ConcurrentHashMap<>();

    private record Key(String provider, String account, Optional<URI> api) {}

    /**
     * @param log where the operations of every service are kept
     * @param environment the variables of the process
     */
    public Providers(
            OperationLog log, Secrets secrets, Map<String, String> environment, HttpWire wire) {
        this.log = log;
        this.secrets = secrets;
        this.environment = Map.copyOf(environment);
        this.wire = wire;
    }

    /**
     * The account with this token, which nothing is kept of. Asks nothing yet; where it can't ask,
     * it says so when it should.
     */
    public ProviderAccount account(ProviderKind kind, Optional<URI> api, ApiToken token) {
        try {
            return switch (kind) {
                case SCALINGO -> new ScalingoAccount(scalingo(api), token, wire);
            };
        } catch (ProblemException e) {
            return new UnusableAccount(e.problem());
        }
    }

    private ScalingoHosts scalingo(Optional<URI> api) throws ProblemException {
        ScalingoHosts usual = ScalingoHosts.usual();
        return new ScalingoHosts(
                api.isPresent() ? api.get() : address(SCALINGO_AUTH).orElse(usual.auth()),
                switch (variable(SCALINGO_DATABASES).orElse("")) {
                    case WITH_APPS -> ScalingoHosts.Databases.ACCOUNT_TOKEN;
                    case "" -> usual.databases();
                    default ->
                            throw malformed(
                                    TEXTS.text("variable.word", SCALINGO_DATABASES, WITH_APPS));
                });
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip);
    }

    private Optional<URI> address(String name) throws ProblemException {
        String value = variable(name).orElse("");
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(new URI(value));
        } catch (URISyntaxException _) {
            // told without the value, which may hold a password
            throw malformed(TEXTS.text("variable.address", name));
        }
    }

    private static ProblemException malformed(String sentence) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.BAD_INPUT, sentence, TEXTS.text("variable.malformed.remedy")));
    }

    /** How to connect to a service of the account. Blocks. */
    public ServiceConnection connection(ProviderAccount account, FoundDatabase service)
            throws ProblemException {
        return account.open(service, log).connection();
    }

    /** The provider's side of a profile's server; asks nothing yet. */
    public Hosting hosting(Profile profile, Executor uiThread, Clock clock) {
        return profile.hostedBy()
                .map(service -> hosting(provider(service), uiThread, clock))
                .orElseGet(() -> Hosting.nobody(uiThread, clock));
    }

    /** The lab's own side of its server. */
    public Hosting hosting(LabCluster lab, Executor uiThread, Clock clock) {
        return hosting(new LabProvider(lab, log, clock), uiThread, clock);
    }

    private Hosting hosting(Provider provider, Executor uiThread, Clock clock) {
        return new Hosting(provider, log, uiThread, clock);
    }

    private Provider provider(HostedBy service) {
        Optional<ProviderKind> kind = ProviderKind.of(service.provider());
        if (kind.isEmpty()) {
            return new NoProvider(TEXTS.text("provider.unknown", service.provider()));
        }
        ProviderAccount account =
                accounts.computeIfAbsent(
                        new Key(service.provider(), service.account(), service.api()),
                        _ -> account(kind.get(), service.api(), () -> token(service)));
        return account.open(found(service), log);
    }

    private Secret token(HostedBy service) throws ProblemException {
        return secrets.find(service.token())
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        Problem.Kind.LOGIN_REFUSED,
                                        TEXTS.text("token.missing", service.account()),
                                        TEXTS.text("token.missing.remedy"))));
    }

    /** As it was when it was chosen; the adapter asks anew for what changes. */
    private static FoundDatabase found(HostedBy service) {
        return new FoundDatabase(
                service.provider() + "/" + service.name(),
                service.name(),
                service.product(),
                service.region(),
                service.plan(),
                ServiceState.UNKNOWN,
                service.address());
    }

    /** What a profile has to keep of a service that was chosen in an account. */
    public static HostedBy hostedBy(
            ProviderKind kind, String account, Optional<URI> api, FoundDatabase service) {
        return new HostedBy(
                kind.word(),
                account,
                service.name(),
                service.product(),
                service.region(),
                service.plan(),
                service.address(),
                api);
    }
}
