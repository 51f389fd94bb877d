package dev.howdah.pg.settings;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ParameterMove;
import dev.howdah.pg.PgReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A parameter as it is when an old value is about to come back. What somebody else has set since
 * goes by that: it is told beforehand, and nothing else may go than what was told.
 *
 * @param back what brings the old value back
 * @param shown what is set there as the change is shown; empty when that can't be read
 */
public record MovedParameter(ParameterMove back, PgReader reader, Optional<Value> shown) {
    private static final Texts TEXTS = Texts.of(MovedParameter.class);

    /**
     * What is set at a place.
     *
     * @param text empty when nothing is
     */
    public record Value(Optional<String> text) {}

    /** Blocks for a read. */
    public static MovedParameter since(ParameterMove back, PgReader reader) {
        return new MovedParameter(back, reader, read(back, reader));
    }

    /** Whose place it is: of the database or the role; empty for the whole server. */
    static String of(ParameterPlace place, ParameterFacts facts) {
        return switch (place) {
            case SYSTEM -> "";
            case DATABASE -> facts.database();
            case ROLE -> facts.role();
        };
    }

    /** Empty also when the profile leads to another database by now, or to another role. */
    private static Optional<Value> read(ParameterMove back, PgReader reader) {
        Optional<ParameterPlace> place =
                Arrays.stream(ParameterPlace.values())
                        .filter(each -> each.name().equals(back.place()))
                        .findFirst();
        if (place.isEmpty()) {
            return Optional.empty();
        }
        try {
            ParameterFacts facts = reader.ask(new ParameterFactsQuery(back.parameter()));
            return facts.knows(place.get()) && of(place.get(), facts).equals(back.of())
                    ? Optional.of(new Value(facts.valueAt(place.get())))
                    : Optional.empty();
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    /** The change that tells what has happened since, and is refused when more happens. */
    public Change guarding(Change change) {
        List<String> warnings = new ArrayList<>();
        warning().ifPresent(warnings::add);
        warnings.addAll(change.warnings());
        return change.by(
                warnings,
                () -> {
                    requireUnchanged();
                    return change.action().run();
                });
    }

    /** One sentence; none when it is as it was left. */
    private Optional<String> warning() {
        if (shown.isEmpty()) {
            return Optional.of(TEXTS.text("parameter.since.unknown", back.parameter()));
        }
        Value now = shown.get();
        if (isSame(now.text(), back.from())) {
            return Optional.empty();
        }
        return Optional.of(
                isSame(now.text(), back.to())
                        ? TEXTS.text("parameter.since.same", back.parameter())
                        : TEXTS.text(
                                "parameter.since.moved",
                                back.parameter(),
                                said(back.from()),
                                said(now.text())));
    }

    private static String said(Optional<String> value) {
        return value.orElse(ParameterChanges.NOT_SET);
    }

    private void requireUnchanged() throws ProblemException {
        Optional<String> expected = shown.map(Value::text).orElse(back.from());
        Optional<Value> now = read(back, reader);
        if (now.isPresent() && !isSame(now.get().text(), expected)) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.LOCKED,
                            TEXTS.text("parameter.since.refused", back.parameter()),
                            TEXTS.text("parameter.since.refused.remedy")));
        }
    }

    /** The server writes the names of a list with other quotes than people do. */
    private boolean isSame(Optional<String> one, Optional<String> other) {
        return ParameterChanges.isList(back.parameter())
                ? one.map(NameList::parts).equals(other.map(NameList::parts))
                : one.equals(other);
    }
}
