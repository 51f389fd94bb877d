package dev.howdah.provider.trial.guard;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.OperationLog;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.provider.Operations;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.provider.service.Switch;
import dev.howdah.provider.trial.Trial;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.TrialState.Cause;
import dev.howdah.provider.trial.TrialState.End;
import dev.howdah.provider.trial.TrialState.Ended;
import dev.howdah.provider.trial.TrialState.GoingBack;
import dev.howdah.provider.trial.folder.TrialFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A console with a guard, before the fake Scalingo, whose list decides which logins work. The first
 * list lets in 192.0.2.0/24, from where this desktop comes.
 */
final class TrialStage implements AutoCloseable {
    static final ChangeTarget TARGET =
            new ChangeTarget("orders-prod", Environment.PRODUCTION, false);
    static final String OLD = "192.0.2.0/24";
    static final String NEW = "203.0.113.0/24";
    static final String OWN = "192.0.2.77";

    /** Longer than Scalingo needs until a list holds. */
    static final Duration SETTLED = Duration.ofSeconds(125);

    static final Duration SECOND = Duration.ofSeconds(1);
    static final Duration LIMIT = LockOutGuard.LIMIT;

    /** Longer than the fake needs to turn a switch. */
    static final Duration TURNED = Duration.ofSeconds(50);

    final ScalingoStage scalingo;
    final Path folder;
    private final boolean dedicated;
    final List<TrialState> told = new CopyOnWriteArrayList<>();
    private final Cidr own = cidr(OWN);
    private OperationLog log;
    private Provider provider;
    private LockOutGuard guard;

    /** Whether this desktop logs in with TLS. */
    private boolean encrypted = true;

    TrialStage(Path folder) throws IOException {
        this(folder, true);
    }

    /**
     * @param dedicated else the database is a shared one, which has no list and a switch for the
     *     internet, from where this desktop comes
     */
    TrialStage(Path folder, boolean dedicated) throws IOException {
        this.folder = folder;
        this.dedicated = dedicated;
        this.scalingo = new ScalingoStage(dedicated, true);
        this.log = new FileOperationLog(folder);
        this.provider = scalingo.provider(log);
        this.guard = console();
    }

    static Cidr cidr(String text) {
        return Cidr.parse(text).orElseThrow();
    }

    static List<AllowRule> rules(String... ranges) {
        return Stream.of(ranges).map(range -> AllowRule.of(cidr(range), "")).toList();
    }

    /** One more console on the same folder, for the same service. */
    LockOutGuard console() {
        LockOutGuard made =
                new LockOutGuard(
                        new GuardedProvider(
                                provider,
                                new Operations(provider, log, scalingo.clock()),
                                new ChangeRunner(new FileChangeLog(folder), scalingo.clock()),
                                encrypted),
                        new TrialFolder(folder),
                        this::login,
                        Runnable::run,
                        Runnable::run,
                        scalingo.clock());
        made.news().subscribe(told::add);
        return made;
    }

    LockOutGuard guard() {
        return guard;
    }

    Provider provider() {
        return provider;
    }

    private void login() throws ProblemException {
        if (!isLetIn()) {
            throw new ProblemException(
                    Problem.of(Problem.Kind.UNREACHABLE, "The server did not answer.", ""));
        }
    }

    /** Whether the list or the switches, as Scalingo has them, let this desktop in. */
    boolean isLetIn() {
        if (!dedicated) {
            return scalingo.hasFeature("publicly-available")
                    && (encrypted || !scalingo.hasFeature("force-ssl"));
        }
        return scalingo.allowed().stream()
                .flatMap(range -> Cidr.parse(range).stream())
                .anyMatch(range -> range.contains(own));
    }

    Clock clock() {
        return scalingo.clock();
    }

    /** The one asked for last. */
    Operation operation() throws ProblemException {
        return log.of(provider.id()).getFirst();
    }

    Change change(List<AllowRule> wanted) throws ProblemException {
        Allowlist seen = provider.allowlist();
        return guard.changes().list(provider.changeAllowlist(TARGET, seen, wanted), seen, wanted);
    }

    Change turn(Switch what, boolean on) throws ProblemException {
        return guard.changes().turn(provider.turn(TARGET, what, on), what, on);
    }

    /** Turned, and waited for, without a trial. */
    void turned(Switch what, boolean on) throws ProblemException {
        run(provider.turn(TARGET, what, on));
        scalingo.pass(TURNED);
        new Operations(provider, log, scalingo.clock()).look();
    }

    /** From now on this desktop logs in without TLS. */
    void withoutTls() {
        guard.leave();
        encrypted = false;
        guard = console();
    }

    /** As the window runs a change after consent. */
    ChangeOutcome run(Change change) throws ProblemException {
        return new ChangeRunner(new FileChangeLog(folder), scalingo.clock()).run(change);
    }

    void apply(String... ranges) throws ProblemException {
        run(change(rules(ranges)));
    }

    /** Lets time pass, then the guard do what is due. */
    TrialState after(Duration duration) throws ProblemException {
        scalingo.pass(duration);
        guard.tick();
        return guard.news().state();
    }

    /** Kills the console, and starts it anew. */
    void die() {
        die(new FileOperationLog(folder));
    }

    /** As above, with the next start writing operations to this log. */
    void die(OperationLog next) {
        guard.leave();
        log = next;
        provider = scalingo.provider(log);
        guard = console();
    }

    End end() {
        return assertInstanceOf(Ended.class, guard.news().state()).end();
    }

    /** Why it goes back, or went. */
    Cause cause() {
        return told.stream()
                .filter(GoingBack.class::isInstance)
                .map(GoingBack.class::cast)
                .toList()
                .getLast()
                .cause();
    }

    List<Trial> onDisk() throws ProblemException {
        return new TrialFolder(folder).unfinished();
    }

    @Override
    public void close() {
        guard.leave();
        scalingo.close();
    }
}
