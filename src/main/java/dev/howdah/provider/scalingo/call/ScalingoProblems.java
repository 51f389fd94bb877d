package dev.howdah.provider.scalingo.call;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.provider.http.HttpProblems;
import java.util.List;

/** Refusals of our own, before or after Scalingo is asked. */
public final class ScalingoProblems {
    private static final Texts TEXTS = Texts.of(ScalingoProblems.class);

    private ScalingoProblems() {}

    public static ProblemException of(Kind kind, String key, Object... arguments) {
        return new ProblemException(
                Problem.of(
                        kind,
                        TEXTS.text("problem." + key, arguments),
                        TEXTS.text("problem." + key + ".remedy", arguments)));
    }

    /** The exchange went well, and gave nothing. */
    static ProblemException noToken(HttpProblems problems) {
        return new ProblemException(
                problems.refused("POST token", 401, new byte[0], "", List.of()));
    }
}
