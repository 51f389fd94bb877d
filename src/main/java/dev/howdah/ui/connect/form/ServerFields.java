package dev.howdah.ui.connect.form;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.HostedBy;
import dev.howdah.profile.text.ConnectionText;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The fields of a server as they are typed, and what is wrong with each of them. */
public final class ServerFields {
    private static final Texts TEXTS = Texts.of(ServerFields.class);
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    /** What must be right before the server can be asked. */
    public enum Field {
        HOST,
        PORT,
        DATABASE,
        USER,
        CA_FILE
    }

    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Environment> environment =
            new SimpleObjectProperty<>(Environment.PRODUCTION);
    private final StringProperty password = new SimpleStringProperty("");
    private final ObjectProperty<TlsMode> tls = new SimpleObjectProperty<>(TlsMode.VERIFY_FULL);
    private final BooleanProperty readOnly = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<HostedBy>> hostedBy =
            new SimpleObjectProperty<>(Optional.empty());
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyStringWrapper> problems = new EnumMap<>(Field.class);
    private final Set<Field> touched = EnumSet.noneOf(Field.class);

    public ServerFields() {
        for (Field field : Field.values()) {
            texts.put(field, new SimpleStringProperty(""));
            problems.put(field, new ReadOnlyStringWrapper(""));
            text(field).subscribe(() -> judge(field));
        }
        tls.subscribe(() -> judge(Field.CA_FILE));
    }

    public StringProperty name() {
        return name;
    }

    public ObjectProperty<Environment> environment() {
        return environment;
    }

    public ObjectProperty<TlsMode> tls() {
        return tls;
    }

    /** In memory only; never part of a draft or a file. */
    public StringProperty password() {
        return password;
    }

    /** What this mode protects from, and what not. */
    Notice tlsNotice() {
        String mode = tls.get().sslMode();
        return Notice.of(
                tls.get().verifiesTheServer() ? Level.GOOD : Level.WARNING,
                TEXTS.text("tls." + mode));
    }

    public BooleanProperty readOnly() {
        return readOnly;
    }

    /** Which provider's service it is; empty when nobody said. */
    public ObjectProperty<Optional<HostedBy>> hostedBy() {
        return hostedBy;
    }

    public StringProperty text(Field field) {
        return Objects.requireNonNull(texts.get(field));
    }

    /** A sentence; empty while the field is right, or nobody has left it yet. */
    ReadOnlyStringProperty problem(Field field) {
        return wrapper(field).getReadOnlyProperty();
    }

    /** The person left the field, so it may be judged from now on. */
    void touch(Field field) {
        touched.add(field);
        judge(field);
    }

    /** Judges every field; the first one that is wrong. */
    public Optional<Field> firstWrong() {
        Optional<Field> first = Optional.empty();
        for (Field field : Field.values()) {
            touch(field);
            if (first.isEmpty() && !problem(field).get().isEmpty()) {
                first = Optional.of(field);
            }
        }
        return first;
    }

    /** Puts a draft into the fields, unjudged. */
    public void fill(ServerDraft draft) {
        touched.clear();
        name.set(draft.name());
        environment.set(draft.environment());
        text(Field.HOST).set(draft.host());
        text(Field.PORT).set(draft.port());
        text(Field.DATABASE).set(draft.database());
        text(Field.USER).set(draft.user());
        tls.set(draft.tls());
        text(Field.CA_FILE).set(draft.caFile());
        readOnly.set(draft.readOnly());
        hostedBy.set(draft.hostedBy());
        problems.values().forEach(problem -> problem.set(""));
    }

    /** Takes over where a connection text points; name, environment and care stay. */
    public void point(PgTarget target) {
        text(Field.HOST).set(target.host());
        text(Field.PORT).set(Integer.toString(target.port()));
        text(Field.DATABASE).set(target.database());
        text(Field.USER).set(target.user());
        tls.set(target.tls());
        text(Field.CA_FILE).set(target.caFile().map(Path::toString).orElse(""));
    }

    public ServerDraft draft() {
        return new ServerDraft(
                name.get(),
                environment.get(),
                text(Field.HOST).get(),
                text(Field.PORT).get(),
                text(Field.DATABASE).get(),
                text(Field.USER).get(),
                tls.get(),
                text(Field.CA_FILE).get(),
                readOnly.get(),
                hostedBy.get());
    }

    /** Where the fields point. Only to be asked while {@link #firstWrong()} is empty. */
    public PgTarget target() {
        return new PgTarget(
                stripped(Field.HOST),
                Integer.parseInt(stripped(Field.PORT)),
                text(Field.DATABASE).get(),
                text(Field.USER).get(),
                tls.get(),
                caFile());
    }

    /**
     * What a server without a name is called: as its provider calls it, else by where it is; empty
     * while host and database are.
     */
    public String suggestedName() {
        if (hostedBy.get().isPresent()) {
            return hostedBy.get().get().name();
        }
        String host = stripped(Field.HOST);
        String database = text(Field.DATABASE).get().strip();
        return host.isEmpty() || database.isEmpty() ? host + database : host + "/" + database;
    }

    /** A mode that checks no certificate needs no file, so none is kept for it. */
    private Optional<Path> caFile() {
        String file = stripped(Field.CA_FILE);
        return file.isEmpty() || !tls.get().verifiesTheServer()
                ? Optional.empty()
                : Optional.of(Path.of(file));
    }

    private ReadOnlyStringWrapper wrapper(Field field) {
        return Objects.requireNonNull(problems.get(field));
    }

    private String stripped(Field field) {
        return text(field).get().strip();
    }

    private void judge(Field field) {
        if (touched.contains(field)) {
            wrapper(field).set(judgement(field));
        }
    }

    private String judgement(Field field) {
        return switch (field) {
            case HOST -> hostProblem(stripped(field));
            case PORT -> isPort(stripped(field)) ? "" : TEXTS.text("problem.port");
            case DATABASE -> text(field).get().isBlank() ? TEXTS.text("problem.database") : "";
            case USER -> text(field).get().isBlank() ? TEXTS.text("problem.user") : "";
            case CA_FILE -> isPath() ? "" : TEXTS.text("problem.caFile");
        };
    }

    private static boolean isPort(String text) {
        if (!PORT.matcher(text).matches()) {
            return false;
        }
        int port = Integer.parseInt(text);
        return port >= 1 && port <= 65_535;
    }

    private boolean isPath() {
        try {
            return caFile().map(Path::toString).filter(String::isEmpty).isEmpty();
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /** The same rules as for a connection text, asked of a text that has this host. */
    private static String hostProblem(String host) {
        if (host.isEmpty()) {
            return TEXTS.text("problem.host");
        }
        try {
            String quoted = host.replace("\\", "\\\\").replace("'", "\\'");
            ConnectionText.parse("dbname=d user=u host='" + quoted + "'");
            return "";
        } catch (ProblemException e) {
            return e.problem().sentence();
        }
    }
}
