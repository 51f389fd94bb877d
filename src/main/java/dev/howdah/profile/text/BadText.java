package dev.howdah.profile.text;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;

/** Why a connection text can't be used. Neither the text nor a cause that quotes it is kept. */
final class BadText {
    static final Texts TEXTS = Texts.of(BadText.class);

    private BadText() {}

    /** The sentence under this key, and its remedy. */
    static ProblemException because(String key, Object... arguments) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.BAD_INPUT,
                        TEXTS.text(key, arguments),
                        TEXTS.text(key + ".remedy", arguments)));
    }
}
