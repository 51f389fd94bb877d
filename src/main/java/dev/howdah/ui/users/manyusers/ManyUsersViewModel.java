package dev.howdah.ui.users.manyusers;

import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.pg.roles.newuser.BulkUsers;
import dev.howdah.pg.roles.newuser.BulkUsers.Parsed;
import dev.howdah.pg.roles.newuser.BulkUsers.Wanted;
import dev.howdah.pg.roles.newuser.NewUser;
import dev.howdah.pg.roles.password.PasswordGenerator;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.ui.users.newuser.NewUserPlanning.State;
import dev.howdah.ui.users.newuser.NewUsersForm;
import dev.howdah.ui.users.places.NewUserSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Several new users from a pasted list, with a verdict on every line, until they are there. */
public final class ManyUsersViewModel {
    private static final Texts TEXTS = Texts.of(ManyUsersViewModel.class);

    private final NewUsersForm form;
    private final Predicate<String> isTaken;
    private final PasswordGenerator generator = new PasswordGenerator();
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<ManyUsersLine>> lines =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<MadeUsers>> made =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<String, Secret> generated = new HashMap<>();
    // hashing takes milliseconds for each, and options change more often than passwords
    private final Map<Hashed, ScramVerifier> verifiers = new ConcurrentHashMap<>();
    private List<Wanted> wanted = List.of();
    private List<Credential> proposed = List.of();
    private Optional<String> missing = Optional.empty();
    private boolean open;

    /** A password with the work that a server wants in its verifier. */
    private record Hashed(Secret password, int iterations) {}

    /** Whoever is made, and with which password, as the change was shown. */
    private record Credential(String name, Secret password) {}

    /**
     * @param isTaken whether a role of this name is known
     */
    public ManyUsersViewModel(NewUsersForm form, Predicate<String> isTaken) {
        this.form = form;
        this.isTaken = isTaken;
        text.subscribe(this::read);
        form.onChange(this::plan);
    }

    private void read() {
        Parsed parsed = BulkUsers.parse(text.get(), form.here().encoding());
        List<ManyUsersLine> read = new ArrayList<>();
        for (Wanted user : parsed.users()) {
            boolean taken = isTaken.test(user.name());
            read.add(
                    new ManyUsersLine(
                            user.line(),
                            user.name(),
                            user.expiry(),
                            !taken,
                            taken ? TEXTS.text("many.taken") : verdict(user)));
        }
        List<String> typed = text.get().lines().toList();
        parsed.objectionsByLine()
                .forEach((number, objection) ->
                        read.add(
                                new ManyUsersLine(
                                        number,
                                        firstField(typed.get(number - 1)),
                                        Optional.empty(),
                                        false,
                                        objection)));
        read.sort(Comparator.comparingInt(ManyUsersLine::number));
        lines.set(List.copyOf(read));
        wanted = parsed.users();
        List<ManyUsersLine> bad = read.stream().filter(line -> !line.isGood()).toList();
        title.set(
                wanted.isEmpty()
                        ? TEXTS.text("many.create")
                        : TEXTS.text("many.create.count", wanted.size()));
        complaint(read.isEmpty(), bad);
        plan();
    }

    private void complaint(boolean isEmpty, List<ManyUsersLine> bad) {
        if (isEmpty) {
            missing = Optional.of(TEXTS.text("many.needsList"));
        } else {
            missing =
                    bad.stream()
                            .findFirst()
                            .map(first ->
                                    TEXTS.text(
                                            "many.badLines",
                                            bad.size(),
                                            first.number(),
                                            first.verdict()));
        }
    }

    private static String verdict(Wanted user) {
        return TEXTS.text(
                user.password().isPresent() ? "many.ownPassword" : "many.generatedPassword");
    }

    /** What stands before the first comma: a password may stand behind it. */
    private static String firstField(String line) {
        int comma = line.indexOf(',');
        return (comma < 0 ? line : line.substring(0, comma)).strip();
    }

    private void plan() {
        if (!open) {
            return;
        }
        if (missing.isPresent()) {
            form.planning().incomplete(missing.get());
            return;
        }
        form.plan(
                credentials().stream()
                        .map(each ->
                                new NewUsersForm.Person(
                                        each.name(),
                                        iterations ->
                                                verifiers.computeIfAbsent(
                                                        new Hashed(each.password(), iterations),
                                                        ManyUsersViewModel::verifier),
                                        expiryOf(each.name())))
                        .toList());
    }

    private static ScramVerifier verifier(Hashed wanted) {
        return ScramVerifier.of(wanted.password(), wanted.iterations());
    }

    private Optional<Instant> expiryOf(String name) {
        return wanted.stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .flatMap(Wanted::expiry);
    }

    private List<Credential> credentials() {
        return wanted.stream()
                .map(user ->
                        new Credential(
                                user.name(),
                                user.password()
                                        .orElseGet(() ->
                                                generated.computeIfAbsent(
                                                        user.name(), _ -> generator.next()))))
                .toList();
    }

    /**
     * The dialog comes onto the screen, with the list that was typed before.
     *
     * @param kind what the person asked for; on the screen it can be changed
     */
    public void opened(NewUser.Kind kind, List<NewUserSource> elsewhere) {
        if (made.get().isPresent()) {
            startOver();
        }
        form.options().kind().set(kind);
        read();
        open = true;
        form.opened(elsewhere);
        plan();
    }

    /** The dialog left the screen; no password is kept, also none that was typed. */
    public void closed() {
        open = false;
        form.planning().incomplete("");
        text.set(withoutPasswords());
        forgetPasswords();
    }

    private void forgetPasswords() {
        made.get().ifPresent(users -> users.passwords().wipe());
        generated.values().forEach(Secret::wipe);
        generated.clear();
        verifiers.clear();
        wanted.forEach(user -> user.password().ifPresent(Secret::wipe));
    }

    private String withoutPasswords() {
        return text.get()
                .lines()
                .map(line -> line.chars().filter(c -> c == ',').count() == 0 ? line : cut(line))
                .collect(Collectors.joining("\n"));
    }

    private String cut(String line) {
        Parsed one = BulkUsers.parse(line, form.here().encoding());
        boolean harmless = one.users().size() == 1 && one.users().getFirst().password().isEmpty();
        return harmless ? line : firstField(line);
    }

    boolean hasDraft() {
        return made.get().isEmpty() && !text.get().isBlank();
    }

    void startOver() {
        forgetPasswords();
        made.set(Optional.empty());
        form.startOver();
        text.set("");
    }

    /** What carries out exactly what is shown; empty while nothing can be made. */
    Optional<Change> change() {
        return form.planning().state().get() instanceof State.Ready
                ? form.planning().change()
                : Optional.empty();
    }

    /** The change is on the screen: whatever is typed meanwhile is not part of it. */
    void shown() {
        proposed = credentials();
    }

    /** The change ran. When nothing came of it, the form stays as it is. */
    void ran(ChangeOutcome outcome) {
        if (outcome.status() == ChangeOutcome.Status.FAILED) {
            return;
        }
        String list =
                proposed.stream()
                        .map(each -> each.name() + "\t" + each.password().reveal())
                        .collect(Collectors.joining("\n", "", "\n"));
        made.set(Optional.of(new MadeUsers(outcome, Secret.of(list), proposed.size())));
        proposed = List.of();
    }

    public NewUsersForm form() {
        return form;
    }

    /** As it was pasted: a name, a password and an expiry on each line. */
    StringProperty text() {
        return text;
    }

    /** What was read of it, by number. */
    ReadOnlyObjectProperty<List<ManyUsersLine>> lines() {
        return lines.getReadOnlyProperty();
    }

    /** The act, as its button is called. */
    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<MadeUsers>> made() {
        return made.getReadOnlyProperty();
    }
}
