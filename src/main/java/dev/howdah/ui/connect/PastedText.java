package dev.howdah.ui.connect;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.pg.PgTarget;
import dev.howdah.profile.text.ConnectionText;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.Notice.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The connection text that was pasted or typed, and what is said about it. It is understood with
 * every change; only a text that was pasted, or left, is complained about.
 */
final class PastedText {
    private static final Texts TEXTS = Texts.of(PastedText.class);

    /** Where the text points, and the password when it holds one. */
    record Understood(PgTarget target, Optional<Secret> password) {}

    private final Consumer<Understood> taker;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Notice>> notices =
            new ReadOnlyObjectWrapper<>(List.of());
    private boolean understood;

    /**
     * Starts empty.
     *
     * @param taker gets what is understood, with every change
     */
    PastedText(Consumer<Understood> taker) {
        this.taker = taker;
        text.subscribe(this::changed);
    }

    /** May hold a password, so it is cleared as soon as it was understood and left. */
    StringProperty text() {
        return text;
    }

    /** What is wrong with the text, or what was taken from it and what ignored. */
    ReadOnlyObjectProperty<List<Notice>> notices() {
        return notices.getReadOnlyProperty();
    }

    void clear() {
        text.set("");
        notices.set(List.of());
    }

    /** The person left the field: what is not understood by now is said to be so. */
    void left() {
        if (text.get().isBlank()) {
            return;
        }
        if (understood) {
            List<Notice> said = notices.get();
            text.set("");
            notices.set(said);
        } else {
            understand(text.get(), "pasted.taken", true);
        }
    }

    /** Takes the value of the environment variable, without showing it. */
    void takeEnvironment(String value) {
        clear();
        understand(value, "pasted.fromEnvironment", true);
    }

    private void changed(String before, String now) {
        understood = false;
        if (now.isBlank()) {
            notices.set(List.of());
            return;
        }
        boolean typed = Math.abs(now.length() - before.length()) <= 1;
        boolean alreadySaid = !notices.get().isEmpty();
        understand(now, "pasted.taken", !typed || alreadySaid);
    }

    private void understand(String value, String key, boolean complain) {
        try {
            ConnectionText parsed = ConnectionText.parse(value);
            understood = true;
            taker.accept(new Understood(parsed.target(), parsed.password()));
            List<Notice> said = new ArrayList<>();
            said.add(
                    Notice.of(
                            Level.GOOD,
                            TEXTS.text(parsed.password().isPresent() ? key : key + ".noPassword")));
            parsed.notes().forEach(note -> said.add(Notice.of(Level.INFO, note)));
            notices.set(List.copyOf(said));
        } catch (ProblemException e) {
            Problem problem = e.problem();
            notices.set(
                    complain
                            ? List.of(
                                    new Notice(Level.WARNING, problem.sentence(), problem.remedy()))
                            : List.of());
        }
    }
}
