package dev.howdah.history;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.proof.SomeCertificates;
import dev.howdah.testing.ChildProgram;
import java.nio.file.Path;

/** Adds certificates of numbered roles and says each number when it is safe. */
final class AddingProgram {
    private AddingProgram() {}

    /** Argument: folder. */
    public static void main(String[] arguments) throws ProblemException {
        CertificateHistory history = new CertificateHistory(Path.of(arguments[0]));
        for (int number = 0; number < CertificateHistory.IN_ALL; number++) {
            history.add(SomeCertificates.proven("reader" + number));
            ChildProgram.say(Integer.toString(number));
        }
    }
}
