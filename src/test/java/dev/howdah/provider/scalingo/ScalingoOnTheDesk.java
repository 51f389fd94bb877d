package dev.howdah.provider.scalingo;

import dev.howdah.lab.LabCluster;
import dev.howdah.lab.LabProgress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.logging.Logger;

/**
 * The fake Scalingo with two labs behind it, for trying the console by hand: an account with a
 * shared and a dedicated database. It runs until Enter is pressed.
 */
public final class ScalingoOnTheDesk {
    private static final Logger TERMINAL = Logger.getLogger(ScalingoOnTheDesk.class.getName());

    private ScalingoOnTheDesk() {}

    /**
     * @param arguments the folder where the labs are kept, which is made when it is missing
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        try (LabCluster shop = open(folder.resolve("shop"));
                LabCluster books = open(folder.resolve("books"));
                ScalingoLab scalingo = new ScalingoLab()) {
            scalingo.shared("shop", shop).dedicated("books", books);
            shop.workload().start();
            TERMINAL.info(
                    """
                    Scalingo is on the desk. Start the console in another terminal:

                    %s ./mvnw javafx:run

                    Add server, hosted by Scalingo, with this API token: %s
                    Enter ends it.\
                    """
                            .formatted(
                                    String.join(
                                            " ",
                                            scalingo.environment().entrySet().stream()
                                                    .map(each ->
                                                            each.getKey() + "=" + each.getValue())
                                                    .toList()),
                                    scalingo.token().reveal()));
            new Scanner(System.in, StandardCharsets.UTF_8).hasNextLine();
        }
    }

    private static LabCluster open(Path folder) throws Exception {
        return LabCluster.open(folder, ScalingoOnTheDesk::tell);
    }

    private static void tell(LabProgress progress) {
        TERMINAL.fine(progress::toString);
    }
}
